-- Whom claims are sent to and answers fetched from.
create table trading_partner (
  id                  uuid    primary key,
  practice_id         text    not null,
  version             bigint  not null,
  name                text    not null,
  receiver_id         text    not null, -- ISA08
  receiver_qualifier  text    not null, -- ISA07
  submitter_id        text    not null, -- ISA06, and the user of the SFTP server
  submitter_qualifier text    not null, -- ISA05
  host                text    not null,
  port                integer not null check (port between 1 and 65535),
  host_key            text    not null, -- an OpenSSH public key, or its SHA256 fingerprint
  outbound_folder     text    not null, -- where 837s are laid
  inbound_folder      text    not null, -- where answers are fetched
  expects_ta1         boolean not null, -- ISA14
  usage_indicator     char(1) not null check (usage_indicator in ('P', 'T')) -- ISA15
);
create index on trading_partner (practice_id, id);
call isolate_practice('trading_partner');

-- Payers that are reached through one partner only; any partner may carry the others.
create table trading_partner_payer (
  practice_id        text not null default current_practice(),
  payer_id           uuid not null,
  trading_partner_id uuid not null references trading_partner,
  primary key (practice_id, payer_id)
);
create index on trading_partner_payer (trading_partner_id);
call isolate_practice('trading_partner_payer');
