create table credential (
  id          uuid   primary key,
  practice_id text   not null,
  version     bigint not null,
  employee_id uuid   not null references employee,
  kind        text   not null,
  number      text,
  state       char(2),
  valid_from  date   not null,
  valid_to    date,  -- the last day on which it is valid; null: it does not expire
  check (valid_from <= valid_to)
);
create index on credential (practice_id, employee_id);
create index on credential (practice_id, valid_to);
call isolate_practice('credential');
