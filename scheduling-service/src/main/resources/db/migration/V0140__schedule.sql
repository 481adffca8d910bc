-- A provider's week; without one any time may be booked. The id is the provider's.
create table schedule (
  id          uuid   primary key,
  practice_id text   not null,
  version     bigint not null
);
call isolate_practice('schedule');

create table schedule_hours (
  schedule_id uuid    not null references schedule,
  ordinal     integer not null,
  practice_id text    not null default current_practice(),
  day         text    not null,
  opens       time    not null, -- in the practice's zone
  closes      time    not null,
  primary key (schedule_id, ordinal),
  check (opens < closes)
);
call isolate_practice('schedule_hours');

-- Dates on which other hours hold than the week's; no hours: closed.
create table schedule_exception (
  schedule_id uuid    not null references schedule,
  ordinal     integer not null,
  practice_id text    not null default current_practice(),
  date        date    not null,
  opens       time,
  closes      time,
  reason      text,
  primary key (schedule_id, ordinal),
  check (opens < closes),
  check ((opens is null) = (closes is null))
);
call isolate_practice('schedule_exception');
