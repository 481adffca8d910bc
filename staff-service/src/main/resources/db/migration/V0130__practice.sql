-- What claims-service tells of the practice, as far as this service has to know it.
create table practice (
  practice_id text   primary key,
  version     bigint not null,
  time_zone   text   not null -- of the IANA database
);
call isolate_practice('practice');
