-- a file that is shown with the reason of its refusal, and whose bytes stay in the partner's folder
alter table inbound_file drop constraint inbound_file_outcome_check;
alter table inbound_file add constraint inbound_file_outcome_check check (outcome in ('KEPT', 'NOT_OURS', 'OTHER_PRACTICE', 'REFUSED'));
