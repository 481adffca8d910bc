-- Rows come in the order of their times, so that a few pages tell where the old ones lie.
create index consumed_event_age on consumed_event using brin (consumed_at);
create index idempotency_key_age on idempotency_key using brin (created_at);
