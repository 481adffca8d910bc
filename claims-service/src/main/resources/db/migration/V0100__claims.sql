-- Masters, projections, encounters and claims.

-- The billing provider of a practice: one row a practice.
create table billing_identity (
  id          uuid   primary key,
  practice_id text   not null unique,
  version     bigint not null,
  name        text   not null,
  npi         text   not null,
  tax_id      text   not null,
  taxonomy    text   not null,
  address     jsonb  not null,
  pay_to      jsonb,
  contact     jsonb,
  time_zone   text   not null
);
call isolate_practice('billing_identity');

create table payer (
  id                     uuid    primary key,
  practice_id            text    not null,
  version                bigint  not null,
  payer_identifier       text    not null,
  name                   text    not null,
  claim_filing_indicator text    not null,
  timely_filing_days     integer not null check (timely_filing_days > 0),
  unique (practice_id, payer_identifier)
);
call isolate_practice('payer');

-- What other services have told, as last told; event_version is the teller's.
create table known_patient (
  id            uuid   primary key,
  practice_id   text   not null,
  version       bigint not null,
  event_version bigint not null,
  details       bytea  not null -- sealed
);
call isolate_practice('known_patient');

create table known_coverage (
  id             uuid   primary key,
  practice_id    text   not null,
  version        bigint not null,
  event_version  bigint not null,
  patient_id     uuid   not null,
  payer_id       uuid   not null,
  rank           integer not null,
  effective_from date   not null,
  effective_to   date,
  details        bytea  not null -- sealed
);
create index on known_coverage (practice_id, patient_id);
call isolate_practice('known_coverage');

create table known_provider (
  id            uuid    primary key,
  practice_id   text    not null,
  version       bigint  not null,
  event_version bigint  not null,
  details       jsonb   not null
);
call isolate_practice('known_provider');

create table known_credential (
  id            uuid   primary key,
  practice_id   text   not null,
  version       bigint not null,
  event_version bigint not null,
  employee_id   uuid   not null,
  kind          text   not null,
  valid_from    date   not null,
  valid_to      date
);
create index on known_credential (practice_id, employee_id);
call isolate_practice('known_credential');

create table encounter (
  id                    uuid    primary key,
  practice_id           text    not null,
  version               bigint  not null,
  external_id           text    not null,
  status                text    not null,
  patient_id            uuid    not null,
  rendering_provider_id uuid    not null,
  service_date          date    not null,
  place_of_service      text,
  self_pay              boolean not null,
  coding                jsonb,
  unique (practice_id, external_id)
);
create index on encounter (practice_id, status, id);
call isolate_practice('encounter');

create table claim (
  id                     uuid    primary key,
  practice_id            text    not null,
  version                bigint  not null,
  encounter_id           uuid    not null,
  patient_id             uuid    not null,
  rendering_provider_id  uuid    not null,
  patient_control_number text    not null,
  payer_control_number   text,
  payer_id               uuid,
  coverage_id            uuid,
  rank                   integer not null check (rank between 1 and 3),
  frequency              text    not null,
  status                 text    not null,
  service_date           date    not null,
  charge_cents           bigint  not null,
  content                jsonb   not null,
  edits                  jsonb   not null,
  settlement             jsonb   not null,
  batch_id               uuid,
  hop                    text,
  account_version        bigint  not null,
  account_settled        boolean not null,
  paid_cents             bigint  not null,
  adjusted_cents         bigint  not null,
  payer_balance_cents    bigint  not null,
  patient_balance_cents  bigint  not null,
  replaces_id            uuid,
  created_at             timestamptz not null
);
-- claims of later payers and replacements share the number of the first
create unique index claim_number on claim (practice_id, patient_control_number, rank) where replaces_id is null and status <> 'VOIDED';
create unique index claim_replacement on claim (practice_id, replaces_id) where replaces_id is not null;
create index on claim (practice_id, status, id);
create index on claim (practice_id, payer_id, id);
create index on claim (practice_id, patient_id, service_date);
create index on claim (practice_id, encounter_id);
create index on claim (practice_id, rendering_provider_id, status);
create index on claim (practice_id, batch_id) where batch_id is not null;
call isolate_practice('claim');

create table claim_history (
  id          uuid        primary key,
  practice_id text        not null,
  version     bigint      not null,
  claim_id    uuid        not null references claim,
  from_status text,
  to_status   text        not null,
  at          timestamptz not null,
  actor       text        not null,
  reason      bytea, -- sealed
  document    text
);
create index on claim_history (practice_id, claim_id, id);
call isolate_practice('claim_history');
