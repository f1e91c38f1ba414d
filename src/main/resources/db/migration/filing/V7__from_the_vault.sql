-- Where a paper came from that was taken from the applicant's vault instead of being uploaded.
alter table draft_paper add column held jsonb;

-- How each document of a filed dossier came: asked for on paper, known to the state already (prefilled), taken from the vault
-- (reused), or uploaded. It goes with the dossier and is never changed.
create table paper_origin (
    tenant_id   int         not null,
    dossier     uuid        not null,
    document    text        not null,
    procedure   text        not null,
    came        text        not null check (came in ('ASKED', 'PREFILLED', 'REUSED', 'UPLOADED')),
    held        jsonb,
    recorded_at timestamptz not null,
    primary key (tenant_id, dossier, document),
    constraint what_is_reused_says_from_where check ((came = 'REUSED') = (held is not null))
);
create index paper_origin_recorded on paper_origin (tenant_id, recorded_at);
call motcua_protect('paper_origin');
call motcua_append_only('paper_origin');
