-- TA1, 999 and 277CA as they came; kept before they are understood.
create table acknowledgement (
  id                 uuid        primary key,
  practice_id        text        not null,
  version            bigint      not null,
  trading_partner_id uuid,       -- null: uploaded
  source             text        not null check (source in ('UPLOAD', 'SFTP')),
  file_name          text,
  received_at        timestamptz not null,
  received_by        text        not null,
  sha256             text        not null,
  bytes              bigint      not null,
  status             text        not null check (status in ('KEPT', 'UNDERSTOOD', 'UNREADABLE')),
  attempts           integer     not null,
  kind               text,
  outcome            text,
  findings           bytea, -- sealed: what matched nothing, what to look at
  unique (practice_id, sha256)
);
create index on acknowledgement (practice_id, id);
create index acknowledgement_to_read on acknowledgement (practice_id, id) where status = 'KEPT';
call isolate_practice('acknowledgement');

create table acknowledgement_x12 (
  acknowledgement_id uuid  primary key references acknowledgement,
  practice_id        text  not null default current_practice(),
  content            bytea not null -- sealed
);
call isolate_practice('acknowledgement_x12');

-- What an answer said of a claim and what came of it; one that changed nothing is recorded here alone.
create table acknowledgement_claim (
  practice_id        text    not null default current_practice(),
  acknowledgement_id uuid    not null references acknowledgement,
  ordinal            integer not null,
  claim_id           uuid    not null,
  batch_id           uuid    not null,
  hop                text    not null,
  verdict            text    not null,
  from_status        text    not null,
  to_status          text    not null, -- the same: nothing moved
  note               bytea   not null, -- sealed: it may quote the answer
  primary key (practice_id, acknowledgement_id, ordinal)
);
create index on acknowledgement_claim (practice_id, claim_id);
call isolate_practice('acknowledgement_claim');

-- Files of a partner's folder that were looked at. Nothing is deleted there, so this is what tells old from new.
create table inbound_file (
  practice_id        text        not null default current_practice(),
  trading_partner_id uuid        not null references trading_partner,
  name               text        not null,
  size               bigint      not null,
  modified_at        timestamptz not null,
  outcome            text        not null check (outcome in ('KEPT', 'NOT_OURS', 'OTHER_PRACTICE', 'TOO_LARGE')),
  acknowledgement_id uuid,
  seen_at            timestamptz not null,
  primary key (practice_id, trading_partner_id, name, size, modified_at)
);
call isolate_practice('inbound_file');

-- Work for a person: an answer that needs one, or one that did not come.
create table follow_up (
  id                 uuid        primary key,
  practice_id        text        not null,
  version            bigint      not null,
  kind               text        not null,
  subject            text        not null, -- what it is about: kind and id
  batch_id           uuid,
  claim_id           uuid,
  acknowledgement_id uuid,
  detail             bytea       not null, -- sealed
  status             text        not null check (status in ('OPEN', 'DONE')),
  opened_at          timestamptz not null,
  closed_at          timestamptz,
  closed_by          text,
  reason             bytea -- sealed
);
create index on follow_up (practice_id, status, id);
create unique index follow_up_once on follow_up (practice_id, kind, subject) where status = 'OPEN';
call isolate_practice('follow_up');
