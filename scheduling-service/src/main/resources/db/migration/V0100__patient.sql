create table patient (
  id           uuid    primary key,
  practice_id  text    not null,
  version      bigint  not null,
  last_name    text    not null,
  first_name   text    not null,
  middle_name  text,
  birth_date   date    not null,
  sex          char(1) not null check (sex in ('F', 'M', 'U')),
  line1        text    not null,
  line2        text,
  city         text    not null,
  state        char(2) not null,
  postal_code  text    not null,
  phone        text,
  email        text,
  guarantor_id uuid    references patient -- who pays; null: the patient
);
create index on patient (practice_id, lower(last_name) text_pattern_ops);
create index on patient (practice_id, birth_date);
create index on patient (guarantor_id) where guarantor_id is not null;
call isolate_practice('patient');
