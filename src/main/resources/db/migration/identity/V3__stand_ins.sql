-- Somebody fills a position between two days in the place of whoever holds it. It is a position of their own, so that the
-- history tells who did it; that it stands in for another one is said beside it.
alter table position
    add column stands_in_for uuid,
    add column ended_at timestamptz,
    add foreign key (tenant_id, stands_in_for) references position (tenant_id, id),
    add constraint standing_in_ends check (stands_in_for is null or to_day is not null);
create index position_stood_in_for on position (tenant_id, stands_in_for) where stands_in_for is not null;
