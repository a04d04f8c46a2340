create table procedures_missed_searches (
    id uuid not null primary key,
    words varchar(60) not null,
    searches bigint not null,
    first_on date not null,
    last_on date not null,
    dismissed boolean not null
);
create unique index procedures_missed_searches_words on procedures_missed_searches (words);
create index procedures_missed_searches_list on procedures_missed_searches (dismissed, searches, id);

create table procedures_city_words (
    id uuid not null primary key,
    slug varchar(80) not null,
    word varchar(60) not null,
    added_at timestamptz not null,
    added_by varchar(64) not null
);
create unique index procedures_city_words_word on procedures_city_words (slug, word);
create index procedures_city_words_added on procedures_city_words (added_at, id);
