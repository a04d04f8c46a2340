create table procedures_cards (
    slug varchar(80) not null primary key,
    number integer not null,
    sha256 varchar(64) not null,
    source varchar(64) not null,
    read_by varchar(64) not null,
    card text null
);

insert into procedures_cards (slug, number, sha256, source, read_by)
select slug, number, sha256, '', '' from procedures_editions e
where not exists (select 1 from procedures_editions newer where newer.slug = e.slug and newer.number > e.number);
