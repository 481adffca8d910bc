-- The oldest batch without an answer is asked for twice a minute.
create index batch_unacknowledged on batch (practice_id, sent_at) where status = 'SENT';
