create table studio_checks (
    id uuid not null primary key,
    slug varchar(80) not null,
    number integer not null,
    checked_at timestamptz not null,
    checked_by varchar(64) not null,
    note varchar(400) null
);
create index studio_checks_slug on studio_checks (slug, checked_at);

-- One draft of a name at a time. Where two were begun in the same instant before this rule, the newer one stays; the other keeps its history.
update studio_drafts set state = 'discarded'
where state in ('editing', 'proposed', 'scheduled')
  and exists (select 1 from studio_drafts newer where newer.slug = studio_drafts.slug and newer.state in ('editing', 'proposed', 'scheduled') and newer.id > studio_drafts.id);
create unique index studio_drafts_open on studio_drafts (slug) where state in ('editing', 'proposed', 'scheduled');
