alter table studio_drafts add column rolled_to integer null;

create table studio_register (
    id uuid not null primary key,
    survey_id varchar(80) not null,
    of_catalogue boolean not null,
    name varchar(500) not null,
    words text not null,
    division varchar(64) not null,
    online varchar(8) not null,
    concern varchar(8) not null,
    originals boolean not null,
    total bigint null,
    online_total bigint null,
    minutes integer null,
    seal boolean null,
    why_offline varchar(1000) null,
    cells text not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null,
    version bigint not null
);
create unique index studio_register_survey on studio_register (survey_id);
create index studio_register_division on studio_register (division, survey_id);
create index studio_register_online on studio_register (online, survey_id);
