create extension if not exists btree_gist;

create table employee (
  id              uuid    primary key,
  practice_id     text    not null,
  version         bigint  not null,
  last_name       text    not null,
  first_name      text    not null,
  role            text    not null,
  npi             char(10),
  taxonomy        char(10),
  treats_patients boolean not null,
  active          boolean not null,
  phone           text,
  email           text
);
-- a national identifier belongs to one person
create unique index employee_npi_once on employee (practice_id, npi);
call isolate_practice('employee');
