-- What payers and patients owe for claims. The figures are sums of the ledger's postings, kept beside them in the same
-- transaction so that a posting finds at once what is still owed.

-- A claim of an encounter, for all of its payers: they share the patient control number.
create table claim_account (
  practice_id    text    not null default current_practice(),
  control_number text    collate "C" not null, -- CLM01
  version        bigint  not null,
  encounter_id   uuid    not null,
  patient_id     uuid    not null,
  service_date   date    not null,
  charge_cents   bigint  not null,
  patient_cents  bigint  not null, -- what the patient owes
  coverages      jsonb   not null, -- {items: [{rank, payerId, payerIdentifier, memberId: sealed}]}
  lines          jsonb   not null, -- {items: [{ordinal, lineControlNumber, procedure, modifiers, units, chargeCents, serviceDate}]}
  primary key (practice_id, control_number)
);
create index on claim_account (practice_id, encounter_id);
create index on claim_account (practice_id, patient_id);
call isolate_practice('claim_account');

create table receivable (
  practice_id    text     not null default current_practice(),
  control_number text     collate "C" not null,
  payer_id       uuid     not null,
  payer_rank     smallint not null check (payer_rank between 1 and 9),
  claim_id       uuid,
  claim_version  bigint   not null, -- of the last event about the claim, 0 for none
  member_id      text, -- sealed
  member_index   bytea, -- its blind index, by which a payer's answer is found in any case
  payer_control_number text,
  assigned_cents bigint   not null, -- the charge, or what the payer before has left
  paid_cents     bigint   not null,
  adjusted_cents bigint   not null, -- written off
  responsibility_cents bigint not null, -- left to the next payer or the patient
  primary key (practice_id, control_number, payer_id, payer_rank),
  foreign key (practice_id, control_number) references claim_account
);
create index on receivable (practice_id, payer_control_number) where payer_control_number is not null;
create index on receivable (practice_id, member_index) where member_index is not null;
create index on receivable (practice_id, claim_id) where claim_id is not null;
call isolate_practice('receivable');
