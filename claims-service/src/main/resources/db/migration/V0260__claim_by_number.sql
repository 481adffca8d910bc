-- each decision looks at all claims with the number of the one it is about
create index on claim (practice_id, patient_control_number);
