-- How far the log and the relay were, once a minute: what lies before the newest mark that the relay has passed has been
-- sent. A slot that is lost takes its own knowledge of that with it.
create table outbox_mark (
  at            timestamptz primary key default now(),
  written_bytes bigint not null, -- the log's position, in bytes from its beginning
  sent_bytes    bigint           -- up to where the relay had sent it; null without a slot
);

-- Sends events again that were written since a time, in their order: the relay meets them as if they were new, under the
-- ids that they had, and a consumer passes over those that it has applied. Nobody writes an event meanwhile, so that the
-- newest event of a key stays its last.
create function resend_outbox(since timestamptz) returns bigint
  language plpgsql
  set search_path = public, pg_temp
as $$
declare
  resent bigint;
begin
  lock table outbox in share row exclusive mode;
  insert into outbox (id, aggregatetype, aggregateid, type, source, specversion, time, subject, practice_id, dataschema,
      traceparent, payload)
    select distinct on (id) id, aggregatetype, aggregateid, type, source, specversion, time, subject, practice_id, dataschema,
      traceparent, payload
    from outbox
    where written_at >= since
    order by id, written_at;
  get diagnostics resent = row_count;
  return resent;
end
$$;

-- The time from which events have to be sent again after the slot was lost: that of the newest mark that the relay had
-- passed, less the longest time that a transaction may take, or the beginning when no mark tells.
create function resend_from() returns timestamptz
  language sql stable
  set search_path = public, pg_temp
  return coalesce(
    (select max(at) - interval '1 hour' from outbox_mark
      where written_bytes <= (select sent_bytes from outbox_mark where sent_bytes is not null order by at desc limit 1)),
    '-infinity');

revoke execute on function resend_outbox(timestamptz), resend_from() from public;
