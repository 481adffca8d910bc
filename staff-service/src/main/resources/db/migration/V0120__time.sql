create table shift (
  id          uuid        primary key,
  practice_id text        not null,
  version     bigint      not null,
  employee_id uuid        not null references employee,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  note        text,
  check (starts_at < ends_at),
  constraint shift_once exclude using gist
    (practice_id with =, employee_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index on shift (practice_id, starts_at, id);
call isolate_practice('shift');

create table leave_request (
  id          uuid        primary key,
  practice_id text        not null,
  version     bigint      not null,
  employee_id uuid        not null references employee,
  kind        text        not null,
  first_day   date        not null,
  last_day    date        not null,
  from_time   time,       -- on the first day; null: from its beginning
  to_time     time,       -- on the last day; null: to its end
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  status      text        not null,
  note        text,
  check (starts_at < ends_at),
  constraint leave_once exclude using gist
    (practice_id with =, employee_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('REQUESTED', 'APPROVED'))
);
create index on leave_request (practice_id, employee_id);
call isolate_practice('leave_request');

create table leave_history (
  leave_id    uuid        not null references leave_request,
  ordinal     integer     not null,
  practice_id text        not null default current_practice(),
  from_status text,       -- null: it was asked for
  to_status   text        not null,
  at          timestamptz not null,
  by          text        not null,
  primary key (leave_id, ordinal)
);
call isolate_practice('leave_history');

-- The version of what was last told of an employee's leave and shifts; its row is the lock that keeps tellings in order.
create table availability (
  practice_id text   not null,
  employee_id uuid   not null references employee,
  version     bigint not null,
  primary key (practice_id, employee_id)
);
call isolate_practice('availability');
