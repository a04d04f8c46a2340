create table studio_drafts (
    id uuid not null primary key,
    slug varchar(80) not null,
    title varchar(200) not null,
    division varchar(64) not null,
    owner varchar(64) not null,
    started_from varchar(32) not null,
    source varchar(80) null,
    base_number integer null,
    definition text not null,
    version bigint not null,
    position integer not null,
    state varchar(32) not null,
    started_by varchar(64) not null,
    started_at timestamptz not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null,
    approval uuid null,
    publish_on date null,
    published_number integer null
);
create index studio_drafts_list on studio_drafts (division, changed_at, id);
create index studio_drafts_slug on studio_drafts (slug, state);

create table studio_steps (
    id uuid not null primary key,
    draft_id uuid not null,
    version bigint not null,
    position integer null,
    definition text null,
    what varchar(400) not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null
);
create unique index studio_steps_version on studio_steps (draft_id, version);
create index studio_steps_position on studio_steps (draft_id, position);
