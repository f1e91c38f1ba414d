-- A route may ask units: at which visit of the dossier, and whether the dossier has gone on since.
alter table consultation
    add column visit   int,
    add column gone_on boolean not null default false;
create index consultation_of_a_route on consultation (tenant_id, asked_at) where visit is not null and not gone_on;
