-- A template may let several patients have the same time of a provider. Each takes a lane of its own; within a lane
-- nothing overlaps. Without such a template all appointments are in lane 0.
alter table schedule_hours add column capacity smallint not null default 1 check (capacity between 1 and 20);
alter table schedule_exception add column capacity smallint not null default 1 check (capacity between 1 and 20);

alter table appointment add column lane smallint not null default 0;
alter table appointment drop constraint appointment_provider_free;
alter table appointment add constraint appointment_provider_free exclude using gist
  (practice_id with =, provider_id with =, lane with =, tstzrange(starts_at, ends_at) with &&)
  where (status not in ('CANCELLED', 'NO_SHOW'));
