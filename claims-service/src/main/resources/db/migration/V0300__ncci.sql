-- The practice's own copy of the National Correct Coding Initiative's tables: their CPT codes are licensed to it, not to us.
create table ncci_pair (
  practice_id    text     not null default current_practice(),
  column1        text     not null, -- the comprehensive code, which is paid
  column2        text     not null, -- the component, which is not
  indicator      smallint not null check (indicator in (0, 1, 9)), -- whether a modifier bypasses the edit
  effective_from date     not null,
  effective_to   date,
  primary key (practice_id, column1, column2, effective_from)
);
call isolate_practice('ncci_pair');

create table ncci_unit_limit (
  practice_id    text     not null default current_practice(),
  procedure      text     not null,
  units          integer  not null check (units >= 0),
  indicator      smallint not null check (indicator in (1, 2, 3)), -- MAI: by line, by day and absolute, by day
  effective_from date     not null,
  effective_to   date,
  primary key (practice_id, procedure, effective_from)
);
call isolate_practice('ncci_unit_limit');

create table ncci_load (
  practice_id text        not null default current_practice(),
  name        text        not null, -- of the table
  rows        bigint      not null,
  loaded_at   timestamptz not null,
  loaded_by   text        not null,
  primary key (practice_id, name)
);
call isolate_practice('ncci_load');
