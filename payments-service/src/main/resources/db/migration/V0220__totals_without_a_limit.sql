-- An amount of the guides has up to 18 digits, of which a bigint holds the sum of nine. A total that overflows would
-- refuse every further posting to its account.
alter table account_total
  alter column debit_cents type numeric,
  alter column credit_cents type numeric;
