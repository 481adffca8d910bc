-- What posting many claims at once asks of the database.

-- The member id as payers write it. A column, because row-level security lets an index serve only what is compared by
-- functions that leak nothing, which upper() is not held to be: the index on upper(member_id) was never used.
alter table receivable add column member_key text generated always as (upper(btrim(member_id))) stored;
drop index receivable_member;
create index receivable_member on receivable (practice_id, member_key) where member_key is not null;

-- Every posting updates the figures; with room in their pages the rows are updated in place.
alter table claim_account set (fillfactor = 80);
alter table receivable set (fillfactor = 70);

-- What lists and jobs look for is a small part of all answers.
create index remittance_claim_unapplied on remittance_claim (practice_id, id) where outcome = 'UNAPPLIED';
create index remittance_claim_held on remittance_claim (practice_id, remittance_id, transaction_ordinal) where outcome = 'HELD';
create index remittance_claim_waits on remittance_claim (practice_id, remittance_id) where waits_for = 'CLAIM';
create index remittance_received on remittance (practice_id, received_at);
