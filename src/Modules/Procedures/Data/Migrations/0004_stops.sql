create table procedures_stops (
    slug varchar(80) not null primary key,
    stopped_at timestamptz not null,
    stopped_by varchar(64) not null
);
