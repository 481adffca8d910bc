-- Made once, after the publication and before the first event is written. It is never made again by a start of the
-- service: a lost slot has to be seen and mended by a person, because events may lie before the new one.
select pg_create_logical_replication_slot('outbox_' || current_database(), 'pgoutput');
