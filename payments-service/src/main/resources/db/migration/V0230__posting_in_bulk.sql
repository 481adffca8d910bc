-- What posting many claims at once asks of the database.

-- Every posting updates the figures; with room in their pages the rows are updated in place.
alter table claim_account set (fillfactor = 80);
alter table receivable set (fillfactor = 70);

-- What lists and jobs look for is a small part of all answers.
create index remittance_claim_unapplied on remittance_claim (practice_id, id) where outcome = 'UNAPPLIED';
create index remittance_claim_held on remittance_claim (practice_id, remittance_id, transaction_ordinal) where outcome = 'HELD';
create index remittance_claim_waits on remittance_claim (practice_id, remittance_id) where waits_for = 'CLAIM';
create index remittance_received on remittance (practice_id, received_at);
