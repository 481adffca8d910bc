-- What every service's database has. The owner role makes it; the service's own role (the database's name with _app)
-- owns nothing and sees the rows of one practice at a time.

do $$
begin
  execute format('grant usage on schema public to %I', current_database() || '_app');
  execute format('alter default privileges in schema public grant select, insert, update, delete on tables to %I', current_database() || '_app');
  execute format('alter default privileges in schema public grant usage on sequences to %I', current_database() || '_app');
end
$$;

-- The practice of the running transaction; null outside of one, and null matches no row.
create function current_practice() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.practice', true), '');

-- Every table with rows of a practice is put under its policy by this. Every index begins with the practice: of one that
-- statistics have not met yet the planner expects one row, finds every index as good as any other, and reads all rows of the
-- practice for each look-up by its keys. Without statistics of that column it expects a two-hundredth of the table, and
-- looks up by all keys.
create procedure isolate_practice(target regclass)
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy practice on %s using (practice_id = current_practice()) with check (practice_id = current_practice())', target);
  execute format('alter table %s alter column practice_id set statistics 0', target);
end
$$;

create table practice_seen (
  practice_id text primary key
);

-- Events on their way to Kafka, written in the transaction that they tell of. The relay reads them from the log, never
-- from the table; rows stay for some weeks so that they can be sent again.
create table outbox (
  id            uuid        not null,
  aggregatetype text        not null, -- the topic
  aggregateid   text        not null, -- the key
  type          text        not null,
  source        text        not null,
  specversion   text        not null default '1.0',
  time          text        not null, -- RFC 3339
  subject       text        not null,
  practice_id   text        not null,
  dataschema    text        not null,
  traceparent   text,
  payload       text        not null, -- JSON
  written_at    timestamptz not null default now(),
  primary key (id, written_at)
) partition by range (written_at);

-- Makes the partitions of this week and the eight that follow, and drops those that are older than five weeks.
create procedure roll_outbox_partitions()
  language plpgsql
  security definer
  set search_path = public, pg_temp
as $$
declare
  monday timestamptz;
  partition record;
begin
  for week in 0..8 loop
    monday := date_trunc('week', now() at time zone 'UTC') at time zone 'UTC' + make_interval(weeks => week);
    execute format('create table if not exists %I partition of outbox for values from (%L) to (%L)',
      'outbox_' || to_char(monday at time zone 'UTC', 'YYYYMMDD'), monday, monday + interval '1 week');
  end loop;
  for partition in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'outbox'::regclass
      and to_date(right(c.relname, 8), 'YYYYMMDD') < (now() at time zone 'UTC')::date - 42
  loop
    execute format('drop table %I', partition.relname);
  end loop;
end
$$;

call roll_outbox_partitions();

do $$
begin
  execute format('grant execute on procedure roll_outbox_partitions() to %I', current_database() || '_app');
end
$$;

-- Events that a consumer has applied. No row-level security: it is asked before the practice's rows are touched.
create table consumed_event (
  consumer    text        not null,
  event_id    uuid        not null,
  practice_id text        not null,
  consumed_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- The first answer to a command with an Idempotency-Key.
create table idempotency_key (
  practice_id  text        not null,
  key          text        not null,
  request_hash bytea       not null, -- a blind index
  status       integer,
  location     text,
  etag         text,
  body         bytea, -- sealed
  created_at   timestamptz not null default now(),
  primary key (practice_id, key)
);
call isolate_practice('idempotency_key');

-- Who has read what of a patient: ids, never contents. A chain of hashes for each practice; the formula stands in
-- docs/operations/access-log.md.
create table access_log (
  practice_id text        not null default current_practice(),
  sequence    bigint      not null, -- from 1, without a gap
  id          uuid        not null,
  at          timestamptz not null,
  actor       text        not null,
  action      text        not null,
  path        text        not null,
  hash        bytea       not null,
  primary key (practice_id, sequence)
);
create index on access_log (practice_id, at);
call isolate_practice('access_log');

-- The last entry of each practice's chain; who appends holds it until the entry is written.
create table access_log_head (
  practice_id text   primary key default current_practice(),
  sequence    bigint not null,
  hash        bytea  not null
);
call isolate_practice('access_log_head');

create function refuse_change_of_access_log() returns trigger
  language plpgsql
as $$
begin
  raise exception 'The access log is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on access_log
  for each statement execute function refuse_change_of_access_log();

do $$
begin
  execute format('revoke update, delete, truncate on access_log from %I', current_database() || '_app');
  execute format('revoke delete, truncate on access_log_head from %I', current_database() || '_app');
end
$$;

-- The relay subscribes to this; through the root, or a row would be told as one of its partition.
create publication superbill_outbox for table outbox with (publish = 'insert', publish_via_partition_root = true);
