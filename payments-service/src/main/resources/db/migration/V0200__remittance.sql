-- Remittances (835): the files byte for byte, their transactions, and what payers answer to each claim.

-- A file that was kept. The bytes are what makes it one: the same bytes again are the same remittance.
create table remittance (
  practice_id text        not null default current_practice(),
  id          uuid        not null,
  sha256      text        not null,
  bytes       bigint      not null,
  source      text        not null, -- upload, or sftp:{trading partner}/{file name}
  received_at timestamptz not null,
  received_by text        not null,
  status      text        not null,
  refusal     text,                 -- JSON: why the file cannot be read
  worker      uuid,                 -- who works on it, until when; another may take over after that
  worked_till timestamptz,
  primary key (practice_id, id),
  unique (practice_id, sha256)
);
create index remittance_open on remittance (practice_id, id) where status in ('RECEIVED', 'POSTING');
call isolate_practice('remittance');

-- The bytes, in parts of a megabyte, each sealed to its place. Parts come before their remittance: an upload that breaks leaves some behind.
create table remittance_chunk (
  practice_id   text        not null default current_practice(),
  remittance_id uuid        not null,
  ordinal       integer     not null,
  bytes         bytea       not null,
  kept_at       timestamptz not null default now(),
  primary key (practice_id, remittance_id, ordinal)
);
-- what is sealed does not get shorter
alter table remittance_chunk alter column bytes set storage external;
call isolate_practice('remittance_chunk');

create table remittance_transaction (
  practice_id                text    not null default current_practice(),
  id                         uuid    not null,
  remittance_id              uuid    not null,
  ordinal                    integer not null,
  trace_number               text,
  payer_identifier           text,
  payer_names                text    not null, -- JSON
  payment_method             text,
  payment_date               date,
  payment_cents              bigint,
  claim_payments_cents       bigint  not null,
  provider_adjustments_cents bigint  not null,
  balanced                   boolean not null,
  status                     text    not null,
  reasons                    text    not null, -- JSON
  warnings                   text    not null, -- JSON
  provider_adjustments       text    not null, -- JSON
  trace_key                  text,             -- TRN03, TRN02, BPR16, BPR02, BPR03, N104; null where the content alone decides
  content_hash               text    not null,
  claims                     integer not null,
  claims_posted              integer not null default 0, -- claims are taken in order: all up to this one are done
  done                       boolean not null default false, -- its status is final and its claims are all here
  accepted                   boolean not null default false,
  primary key (practice_id, id),
  unique (practice_id, remittance_id, ordinal)
);
create index remittance_transaction_key on remittance_transaction (practice_id, trace_key);
create index remittance_transaction_content on remittance_transaction (practice_id, content_hash);
call isolate_practice('remittance_transaction');

-- Which payment and which content are on the books, so that neither posts twice. Only a transaction that posts is here; a
-- person may accept an amended one, which then has no key of its own but its content.
create table posted_payment (
  practice_id    text not null default current_practice(),
  transaction_id uuid not null,
  trace_key      text,
  content_hash   text not null,
  primary key (practice_id, transaction_id),
  unique (practice_id, content_hash),
  unique (practice_id, trace_key)
);
call isolate_practice('posted_payment');

create table remittance_claim (
  practice_id            text    not null default current_practice(),
  remittance_id          uuid    not null,
  transaction_ordinal    integer not null,
  ordinal                integer not null,
  id                     uuid    not null, -- follows from transaction and ordinal
  transaction_id         uuid    not null,
  patient_control_number text    not null,
  payer_control_number   text    not null,
  member_index           bytea   not null, -- a blind index; the member id itself is in the content
  service_date           date,
  status_code            text    not null,
  charge_cents           bigint  not null,
  adjustments_cents      bigint  not null,
  paid_cents             bigint  not null,
  responsibility_cents   bigint  not null,
  balanced               boolean not null,
  outcome                text    not null,
  reasons                text    not null, -- JSON
  warnings               text    not null, -- JSON
  content                bytea   not null, -- sealed JSON: who, adjustments and lines
  waits_for              text,             -- CLAIM or ORIGINAL: what an unapplied one can still be applied to; MATCH: a reversal posted beside its original
  account_number         text,             -- the claim's account, once it is found
  claim_id               uuid,
  payer_id               uuid,
  payer_rank             integer,
  entry_ids              uuid[]  not null default '{}',
  reversed_by            uuid,             -- the answer that has taken this one back
  primary key (practice_id, remittance_id, transaction_ordinal, ordinal),
  unique (practice_id, id)
);
create index remittance_claim_account on remittance_claim (practice_id, account_number) where account_number is not null;
create index remittance_claim_waits_number on remittance_claim (practice_id, patient_control_number) where waits_for = 'CLAIM';
create index remittance_claim_waits_payer on remittance_claim (practice_id, payer_control_number) where waits_for = 'CLAIM';
create index remittance_claim_waits_member on remittance_claim (practice_id, member_index, service_date) where waits_for = 'CLAIM';
call isolate_practice('remittance_claim');

-- What a person has to decide about.
create table posting_exception (
  practice_id         text        not null default current_practice(),
  id                  uuid        not null,
  kind                text        not null,
  subject_id          uuid        not null, -- the transaction or the claim's answer
  remittance_id       uuid        not null,
  transaction_ordinal integer     not null,
  claim_ordinal       integer,
  amount_cents        bigint      not null,
  reasons             text        not null, -- JSON
  status              text        not null,
  opened_at           timestamptz not null,
  closed_at           timestamptz,
  closed_by           text,
  decision            bytea, -- sealed: a person's words
  primary key (practice_id, id),
  unique (practice_id, subject_id, kind)
);
create index posting_exception_open on posting_exception (practice_id, status, id);
call isolate_practice('posting_exception');

-- What claims-service tells of trading partners: where files are fetched.
create table trading_partner (
  practice_id    text    not null default current_practice(),
  id             uuid    not null,
  version        bigint  not null,
  name           text    not null,
  submitter_id   text    not null,
  host           text    not null,
  port           integer not null,
  host_key       text    not null,
  inbound_folder text    not null,
  primary key (practice_id, id)
);
call isolate_practice('trading_partner');

-- Files that were looked at on a partner's server, also those that are no remittances.
create table fetched_file (
  practice_id   text        not null default current_practice(),
  partner_id    uuid        not null,
  name          text        not null,
  size          bigint      not null,
  modified_at   timestamptz not null,
  remittance_id uuid,
  fetched_at    timestamptz not null,
  primary key (practice_id, partner_id, name, size, modified_at)
);
call isolate_practice('fetched_file');
