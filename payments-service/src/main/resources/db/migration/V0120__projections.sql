-- What other services own and this one has to know, as their events tell it. An event that is older than the row is
-- passed over by its version.

create table payer (
  practice_id      text   not null default current_practice(),
  id               uuid   not null,
  version          bigint not null,
  payer_identifier text   not null,
  name             text   not null,
  primary key (practice_id, id)
);
create index on payer (practice_id, upper(payer_identifier));
call isolate_practice('payer');

create table practice (
  practice_id text   primary key default current_practice(),
  version     bigint not null,
  name        text   not null,
  npi         text,
  tax_id      text,
  time_zone   text   not null -- of the IANA database
);
call isolate_practice('practice');

create table patient (
  practice_id text   not null default current_practice(),
  id          uuid   not null,
  version     bigint not null,
  name        bytea  not null, -- sealed
  primary key (practice_id, id)
);
call isolate_practice('patient');
