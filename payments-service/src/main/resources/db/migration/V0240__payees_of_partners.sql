-- Whose a transaction from a shared mailbox is: asked before it is known for which practice the work is done, and so not
-- under row-level security. Numbers by which practices are publicly known, and servers; nothing of a patient.

create table payee (
  practice_id text primary key,
  npi         text,
  tax_id      text -- digits
);
create index payee_npi on payee (npi) where npi is not null;
create index payee_tax_id on payee (tax_id) where tax_id is not null;

create table partner_server (
  practice_id text    not null,
  partner_id  uuid    not null,
  host        text    not null,
  port        integer not null,
  primary key (practice_id, partner_id)
);

-- the owner is bound by the policies too, but for this moment
alter table practice no force row level security;
alter table trading_partner no force row level security;
insert into payee (practice_id, npi, tax_id)
  select practice_id, npi, regexp_replace(tax_id, '[^0-9]', '', 'g') from practice;
insert into partner_server (practice_id, partner_id, host, port)
  select practice_id, id, host, port from trading_partner where host <> '';
alter table practice force row level security;
alter table trading_partner force row level security;

create index remittance_transaction_held on remittance_transaction (practice_id, id) where status = 'HELD';

-- how many transactions of a fetched file are other practices'; its bytes are shown to none of them
alter table remittance add column of_others integer not null default 0;
