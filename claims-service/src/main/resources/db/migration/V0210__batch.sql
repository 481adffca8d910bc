-- The last control numbers given out under a pair of ISA06 and ISA08. Practices that send under the same pair share the
-- row, so it is outside of row-level security; it tells nothing of a patient.
create table control_number (
  sender_id         text   not null,
  receiver_id       text   not null,
  interchange       bigint not null, -- ISA13
  functional_group  bigint not null, -- GS06
  transaction_set   bigint not null, -- ST02
  primary key (sender_id, receiver_id)
);

-- Whose a number is. Where practices share a mailbox, each keeps the answers to its own submissions only; and a number
-- that was once given out is refused a second time even where the row above was lost.
create table control_number_owner (
  sender_id   text   not null,
  receiver_id text   not null,
  kind        text   not null check (kind in ('INTERCHANGE', 'GROUP', 'TRANSACTION', 'SUBMISSION')),
  number      text   not null,
  practice_id text   not null,
  primary key (sender_id, receiver_id, kind, number)
);

-- Claims that go out in one interchange.
create table batch (
  id                  uuid        primary key,
  practice_id         text        not null,
  version             bigint      not null,
  trading_partner_id  uuid        not null references trading_partner,
  payer_id            uuid,       -- null: of all payers
  status              text        not null,
  sender_id           text        not null,
  receiver_id         text        not null,
  interchange_number  bigint,     -- null: no claim was ready
  group_number        bigint,
  file_name           text,
  bytes               bigint,
  sha256              text,
  created_at          timestamptz not null,
  created_by          text        not null,
  sent_at             timestamptz,
  attempts            integer     not null,
  next_attempt_at     timestamptz,
  last_error          text        -- never data of a patient
);
create index on batch (practice_id, id);
create index batch_to_send on batch (practice_id, next_attempt_at) where status in ('BUILT', 'UPLOADED');
create index batch_of_interchange on batch (practice_id, interchange_number);
call isolate_practice('batch');

-- The interchange, byte for byte as it is sent, in parts of a megabyte, each sealed to its place.
create table batch_x12 (
  practice_id text    not null default current_practice(),
  batch_id    uuid    not null references batch,
  ordinal     integer not null,
  content     bytea   not null,
  primary key (practice_id, batch_id, ordinal)
);
-- what is sealed does not get shorter
alter table batch_x12 alter column content set storage external;
call isolate_practice('batch_x12');

create table batch_transaction (
  practice_id        text    not null default current_practice(),
  batch_id           uuid    not null references batch,
  ordinal            integer not null,
  transaction_number bigint  not null, -- ST02
  submission         text    not null, -- BHT03
  primary key (practice_id, batch_id, ordinal)
);
create index on batch_transaction (practice_id, submission);
call isolate_practice('batch_transaction');

-- A claim's submissions, and whether a 277CA has answered to each.
create table batch_claim (
  practice_id            text    not null default current_practice(),
  batch_id               uuid    not null references batch,
  claim_id               uuid    not null,
  transaction_ordinal    integer not null,
  ordinal                integer not null,
  patient_control_number text    not null, -- CLM01
  x12                    bytea   not null, -- the claim's own ST…SE, sealed
  answered_at            timestamptz,      -- of the first 277CA on this claim
  accepted_at            timestamptz,      -- of the first A2
  settled                boolean not null default false, -- nothing more is expected on this submission
  primary key (practice_id, batch_id, claim_id)
);
create index on batch_claim (practice_id, claim_id, batch_id);
create index on batch_claim (practice_id, patient_control_number, batch_id);
create index batch_claim_watched on batch_claim (practice_id, claim_id) where not settled;
call isolate_practice('batch_claim');

-- What came back on a batch, as its list shows it.
create table batch_acknowledgement (
  practice_id        text        not null default current_practice(),
  batch_id           uuid        not null references batch,
  acknowledgement_id uuid        not null,
  kind               text        not null,
  outcome            text        not null,
  received_at        timestamptz not null,
  primary key (practice_id, batch_id, acknowledgement_id)
);
call isolate_practice('batch_acknowledgement');
