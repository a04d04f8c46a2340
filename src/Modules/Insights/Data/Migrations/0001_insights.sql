create table insights_form_counts (
    id uuid not null primary key,
    procedure varchar(80) not null,
    edition integer not null,
    day date not null,
    kind varchar(32) not null,
    place varchar(160) not null,
    detail varchar(32) not null,
    amount bigint not null
);
create unique index insights_form_counts_sum on insights_form_counts (procedure, edition, day, kind, place, detail);
create index insights_form_counts_day on insights_form_counts (day);

create table insights_ratings (
    id uuid not null primary key,
    matter_key varchar(64) not null,
    procedure varchar(80) not null,
    edition integer not null,
    day date not null,
    channel varchar(32) not null,
    score integer not null,
    words text null
);
create unique index insights_ratings_matter_key on insights_ratings (matter_key);
create index insights_ratings_list on insights_ratings (procedure, day, id);
