-- A page of the book of dossiers (sổ theo dõi hồ sơ) is one range of this.
create index dossier_by_reception on dossier (tenant_id, unit, received_at, id) where received_at is not null;
