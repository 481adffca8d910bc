create table patient (
  id           uuid    primary key,
  practice_id  text    not null,
  version      bigint  not null,
  details      bytea   not null, -- sealed: names, birth date, address, phone, e-mail
  sex          char(1) not null check (sex in ('F', 'M', 'U')),
  guarantor_id uuid    references patient -- who pays; null: the patient
);
create index on patient (practice_id, id);
create index on patient (guarantor_id) where guarantor_id is not null;
call isolate_practice('patient');

-- Blind indexes by which sealed patients are found: of the birth date, and of each beginning of the last and the first
-- name. A table of its own, because row-level security keeps PostgreSQL from using an index by any other operator than
-- one that leaks nothing, such as the equality of bytes.
create table patient_token (
  practice_id text  not null default current_practice(),
  token       bytea not null,
  patient_id  uuid  not null references patient,
  primary key (practice_id, token, patient_id)
);
create index on patient_token (patient_id);
call isolate_practice('patient_token');
