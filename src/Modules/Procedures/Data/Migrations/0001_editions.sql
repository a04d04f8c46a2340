create table procedures_editions (
    id uuid primary key,
    slug varchar(80) not null,
    number integer not null,
    sha256 varchar(64) not null,
    definition text not null,
    templates text not null,
    published_at timestamptz not null,
    published_by varchar(80) not null
);

create unique index procedures_editions_slug_number on procedures_editions (slug, number);
