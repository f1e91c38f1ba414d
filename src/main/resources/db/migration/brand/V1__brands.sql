-- How an agency shows itself. The unit is all zeros for the whole tenant; what a unit does not fill in is as it is above.
create table brand (
    tenant_id    int         not null,
    unit         uuid        not null,
    name         text        not null,
    name_en      text        not null,
    paper_name   text        not null,
    accent       text        not null,
    address      text        not null,
    hotline      text        not null,
    footer       text        not null,
    footer_en    text        not null,
    emblem       text,
    published_at timestamptz not null,
    published_by uuid        not null,
    primary key (tenant_id, unit)
);
call motcua_protect_directory('brand');
revoke delete on brand from motcua_app;

-- What an administrator looks at before it is published, and what a second one confirms where it changes names on papers.
create table brand_draft (
    tenant_id  int         not null,
    id         uuid        not null,
    unit       uuid        not null,
    name       text        not null,
    name_en    text        not null,
    paper_name text        not null,
    accent     text        not null,
    address    text        not null,
    hotline    text        not null,
    footer     text        not null,
    footer_en  text        not null,
    emblem     text,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    primary key (tenant_id, id)
);
call motcua_protect('brand_draft');
call motcua_append_only('brand_draft');
