-- Somebody without an account can say at the counter that they want no short messages; the number is still there to call.
alter table filing add column wants_sms boolean not null default true;
