-- the claim's own account, of which decisions name the version that knows of them
alter table claim add column claim_account_version bigint not null default 0;
