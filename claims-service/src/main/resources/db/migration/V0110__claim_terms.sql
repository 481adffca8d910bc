-- What a practice's claims say of every visit.
alter table billing_identity
  add column clia_number         text,                          -- REF*X4
  add column signature_on_file   boolean not null default true, -- CLM06
  add column accepts_assignment  boolean not null default true; -- CLM07
