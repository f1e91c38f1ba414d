-- What a message is about: the first word of its occasion, for a dossier its id. So a dossier's page can say what went where.
alter table delivery add column about text not null generated always as (split_part(occasion, ' ', 1)) stored;
create index delivery_about on delivery (tenant_id, about, created_at);
create index delivery_bounced on delivery (tenant_id, ended_at) where state = 'BOUNCED';
