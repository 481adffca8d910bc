-- What other services own and this one has to know, as their events tell it. An event that is older than the row is
-- passed over by its version.

create table provider (
  practice_id    text    not null,
  id             uuid    not null,
  version        bigint  not null,
  last_name      text    not null,
  first_name     text    not null,
  treats_patients boolean not null,
  active         boolean not null,
  primary key (practice_id, id)
);
call isolate_practice('provider');

-- Availability comes by another topic than the employee, so that either may come first: no foreign key.
create table provider_availability (
  practice_id text   not null,
  provider_id uuid   not null,
  version     bigint not null,
  primary key (practice_id, provider_id)
);
call isolate_practice('provider_availability');

create table provider_absence (
  practice_id text      not null,
  provider_id uuid      not null,
  during      tstzrange not null,
  kind        text      not null
);
create index on provider_absence (practice_id, provider_id);
call isolate_practice('provider_absence');

create table practice (
  practice_id text   primary key,
  version     bigint not null,
  name        text   not null,
  time_zone   text   not null -- of the IANA database
);
call isolate_practice('practice');

create table payer (
  practice_id text   not null,
  id          uuid   not null,
  version     bigint not null,
  name        text   not null,
  primary key (practice_id, id)
);
call isolate_practice('payer');
