-- What posting many claims at once asks of the database.

-- The member id as payers write it. A column, because row-level security lets an index serve only what is compared by
-- functions that leak nothing, which upper() is not held to be: the index on upper(member_id) was never used.
alter table receivable add column member_key text generated always as (upper(btrim(member_id))) stored;
drop index receivable_member;
create index receivable_member on receivable (practice_id, member_key) where member_key is not null;

-- Every index begins with the practice. Of a practice that statistics have not met the planner expects one row, finds every
-- index as good as any other, and reads all rows of the practice for each look-up by its keys. Without statistics of that
-- column it expects a two-hundredth of the table, and looks up by all keys.
do $$
declare
  isolated name;
begin
  for isolated in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity loop
    execute format('alter table %I alter column practice_id set statistics 0', isolated);
    perform pg_clear_attribute_stats('public', isolated, 'practice_id', false);
  end loop;
end
$$;

-- Every posting updates the figures; with room in their pages the rows are updated in place.
alter table claim_account set (fillfactor = 80);
alter table receivable set (fillfactor = 70);

-- What lists and jobs look for is a small part of all answers.
create index remittance_claim_unapplied on remittance_claim (practice_id, id) where outcome = 'UNAPPLIED';
create index remittance_claim_held on remittance_claim (practice_id, remittance_id, transaction_ordinal) where outcome = 'HELD';
create index remittance_claim_waits on remittance_claim (practice_id, remittance_id) where waits_for = 'CLAIM';
create index remittance_received on remittance (practice_id, received_at);

-- A foreign key asks for each posting on its own and locks its entry's row. All postings of a statement are checked at
-- once instead; entries are never deleted or changed, so that what held then holds for ever.
do $$
declare
  foreign_key name;
begin
  select conname into strict foreign_key from pg_constraint where conrelid = 'posting'::regclass and contype = 'f';
  execute format('alter table posting drop constraint %I', foreign_key);
end
$$;

create or replace function balance_and_total() returns trigger
  language plpgsql
  security definer
  set search_path = public, pg_temp
as $$
declare
  here constant smallint := pg_backend_pid() % 32;
begin
  if exists (select from inserted group by practice_id, entry_sequence having sum(amount_cents) <> 0 or count(*) < 2) then
    raise exception 'An entry has two postings or more and they sum to zero' using errcode = 'check_violation';
  end if;
  -- no join: of a practice that statistics do not know yet the planner expects one entry, and would read all for each
  if exists (
      select from inserted i
      where (select e.sequence from journal_entry e
             where e.practice_id = i.practice_id and e.sequence = i.entry_sequence and e.business_date = i.business_date) is null) then
    raise exception 'A posting belongs to an entry of its day' using errcode = 'foreign_key_violation';
  end if;
  insert into account_total as total (practice_id, account, business_date, stripe, debit_cents, credit_cents)
    select practice_id, account, business_date, here,
      coalesce(sum(amount_cents) filter (where amount_cents > 0), 0), coalesce(-sum(amount_cents) filter (where amount_cents < 0), 0)
    from inserted
    group by practice_id, account, business_date
    order by practice_id, account, business_date
    on conflict (practice_id, account, business_date, stripe) do update
      set debit_cents = total.debit_cents + excluded.debit_cents, credit_cents = total.credit_cents + excluded.credit_cents;
  insert into receivable_total as total (practice_id, account, party_id, aged_from, business_date, stripe, amount_cents)
    select practice_id, account, case account when 'ar.payer' then payer_id else patient_id end as party_id, aged_from, business_date,
      here, sum(amount_cents)
    from inserted
    where account in ('ar.payer', 'ar.patient')
    group by practice_id, account, case account when 'ar.payer' then payer_id else patient_id end, aged_from, business_date
    order by practice_id, account, party_id, aged_from, business_date
    on conflict (practice_id, account, party_id, aged_from, business_date, stripe) do update
      set amount_cents = total.amount_cents + excluded.amount_cents;
  return null;
end
$$;
