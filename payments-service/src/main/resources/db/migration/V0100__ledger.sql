-- The books. Entries and their postings are only ever added: the service's role cannot change them, and neither can the
-- owner by accident. What the database itself keeps true: every entry's postings sum to zero, no entry has a date that is
-- closed, and the totals that reports read are the sums of the postings.

create table closed_day (
  practice_id    text        not null default current_practice(),
  closed_through date        not null, -- this day and all before it are closed
  closed_by      text        not null,
  closed_at      timestamptz not null default now(),
  primary key (practice_id, closed_through)
);
call isolate_practice('closed_day');

create table journal_entry (
  practice_id   text        not null default current_practice(),
  id            uuid        not null, -- follows from the document (UUIDv5): the same posting again is the same entry
  sequence      bigint      not null generated always as identity, -- the order of posting, for lists
  business_date date        not null,
  source        text        collate "C" not null check (length(source) between 1 and 200),
  memo          text        not null check (length(memo) <= 500),
  who           text        not null,
  posted_at     timestamptz not null default now(),
  primary key (practice_id, id),
  unique (practice_id, sequence, business_date)
);
create index journal_entry_source on journal_entry (practice_id, source, sequence);
call isolate_practice('journal_entry');

create table posting (
  practice_id    text     not null default current_practice(),
  entry_sequence bigint   not null,
  ordinal        smallint not null,
  business_date  date     not null,
  account        text     collate "C" not null check (account ~ '^[a-z]+([.-][A-Za-z0-9]+)*$'),
  amount_cents   bigint   not null check (amount_cents <> 0), -- debit positive, credit negative
  claim_id       uuid,
  encounter_id   uuid,
  patient_id     uuid,
  payer_id       uuid,
  payer_rank     smallint,
  aged_from      date, -- the service date, from which a receivable ages
  control_number text,
  reference      text,
  primary key (practice_id, entry_sequence, ordinal),
  constraint receivable_is_owed_by_a_payer check (account <> 'ar.payer' or (payer_id is not null and aged_from is not null)),
  constraint receivable_is_owed_by_a_patient check (account <> 'ar.patient' or (patient_id is not null and aged_from is not null))
);
create index posting_account on posting (practice_id, account, entry_sequence);
create index posting_claim on posting (practice_id, claim_id, entry_sequence) where claim_id is not null;
call isolate_practice('posting');

-- Sums of postings, by account and day. Each row stands several times, once for each stripe of connections, so that two
-- transactions hardly ever wait for each other's row; readers sum the stripes.
create table account_total (
  practice_id   text     not null,
  account       text     collate "C" not null,
  business_date date     not null,
  stripe        smallint not null,
  debit_cents   bigint   not null,
  credit_cents  bigint   not null,
  primary key (practice_id, account, business_date, stripe)
) with (fillfactor = 70);
call isolate_practice('account_total');

-- Sums of the postings to ar.payer and ar.patient, by who owes, since when, and day.
create table receivable_total (
  practice_id   text     not null,
  account       text     collate "C" not null,
  party_id      uuid     not null, -- the payer or the patient
  aged_from     date     not null,
  business_date date     not null,
  stripe        smallint not null,
  amount_cents  bigint   not null,
  primary key (practice_id, account, party_id, aged_from, business_date, stripe)
) with (fillfactor = 70);
call isolate_practice('receivable_total');

create function refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'The books are append-only: % of % is refused, correct by a reversing entry', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on closed_day
  for each statement execute function refuse_change();

create function refuse_closed_day() returns trigger
  language plpgsql
as $$
begin
  if exists (select from inserted i join closed_day c on c.practice_id = i.practice_id and c.closed_through >= i.business_date) then
    raise exception 'The day is closed: an entry goes to the next open day' using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create trigger open_day after insert on journal_entry
  referencing new table as inserted
  for each statement execute function refuse_closed_day();

-- All postings of an entry come in one statement, so that each statement can be held to sum to zero for each entry.
-- Sorted inserts take the totals' rows in one order and so cannot deadlock. A foreign key would ask for each posting on its
-- own and lock its entry's row; all postings of a statement are checked at once instead: entries are never deleted or
-- changed, so that what held then holds for ever.
create function balance_and_total() returns trigger
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

create trigger balanced after insert on posting
  referencing new table as inserted
  for each statement execute function balance_and_total();

do $$
begin
  execute format('revoke update, delete, truncate on journal_entry, posting, closed_day from %I', current_database() || '_app');
  execute format('revoke insert, update, delete, truncate on account_total, receivable_total from %I', current_database() || '_app');
end
$$;
