-- Programs before the relay wrote entries that nobody took away. They are handed on, but what happened then is no news now.
-- A default reaches all rows whatever their tenant; an update would reach none.
alter table outbox add column old boolean not null default true;
alter table outbox alter column old set default false;
