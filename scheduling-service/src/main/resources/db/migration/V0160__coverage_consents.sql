-- What the patient has signed for a coverage.
alter table coverage
  add column benefits_assigned    boolean not null default true, -- the payer pays the practice (837 CLM08)
  add column information_released boolean not null default true; -- a signed release of information (837 CLM09)
