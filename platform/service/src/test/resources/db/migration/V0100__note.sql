create table note (
  id          uuid   primary key,
  practice_id text   not null,
  version     bigint not null,
  text        text   not null
);
call isolate_practice('note');
