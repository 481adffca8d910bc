-- A payer repeats a member id in capitals, however it was written when the patient was registered.
create index receivable_member on receivable (practice_id, upper(member_id)) where member_id is not null;
drop index if exists receivable_practice_id_member_id_idx;
