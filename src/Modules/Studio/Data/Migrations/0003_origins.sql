create table studio_origins (
    id uuid not null primary key,
    draft_id uuid null,
    slug varchar(80) not null,
    kind varchar(32) not null,
    source varchar(80) not null,
    lg_code varchar(6) null,
    city varchar(64) null,
    edition integer null,
    sha256 varchar(64) not null,
    definition text not null,
    notes text not null,
    noted_by varchar(64) not null,
    noted_at timestamptz not null
);
create index studio_origins_slug on studio_origins (slug, noted_at, id);
create index studio_origins_draft on studio_origins (draft_id);
