create table coverage (
  id             uuid     primary key,
  practice_id    text     not null,
  version        bigint   not null,
  patient_id     uuid     not null references patient,
  payer_id       uuid     not null,
  details        bytea    not null, -- sealed: member id, group number, subscriber
  rank           smallint not null check (rank between 1 and 3),
  relationship   text     not null,
  effective_from date     not null,
  effective_to   date,    -- the last day that is covered
  check (effective_from <= effective_to),
  constraint coverage_rank_once exclude using gist
    (practice_id with =, patient_id with =, rank with =, daterange(effective_from, effective_to, '[]') with &&)
);
create index on coverage (practice_id, patient_id);
call isolate_practice('coverage');
