create extension if not exists btree_gist;

create table appointment (
  id          uuid        primary key,
  practice_id text        not null,
  version     bigint      not null,
  patient_id  uuid        not null references patient,
  provider_id uuid        not null,
  room        text,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  status      text        not null,
  reason      bytea,      -- sealed
  check (starts_at < ends_at),
  -- Half-open intervals: one may begin when another ends. What was cancelled or missed frees its time.
  constraint appointment_provider_free exclude using gist
    (practice_id with =, provider_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status not in ('CANCELLED', 'NO_SHOW')),
  constraint appointment_patient_free exclude using gist
    (practice_id with =, patient_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status not in ('CANCELLED', 'NO_SHOW')),
  constraint appointment_room_free exclude using gist
    (practice_id with =, room with =, tstzrange(starts_at, ends_at) with &&)
    where (room is not null and status not in ('CANCELLED', 'NO_SHOW'))
);
create index on appointment (practice_id, starts_at, id);
call isolate_practice('appointment');

create table appointment_history (
  appointment_id uuid        not null references appointment,
  ordinal        integer     not null,
  practice_id    text        not null default current_practice(),
  from_status    text,       -- null: it was booked
  to_status      text        not null,
  at             timestamptz not null,
  by             text        not null,
  primary key (appointment_id, ordinal)
);
call isolate_practice('appointment_history');
