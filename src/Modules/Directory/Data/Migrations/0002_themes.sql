create table directory_themes (
  id uuid not null primary key,
  settings text not null,
  based_on uuid null,
  mark varchar(64) null,
  top varchar(64) null,
  drafted_at timestamptz not null,
  drafted_by varchar(64) not null,
  published_at timestamptz null,
  published_by varchar(64) null,
  source varchar(64) null
);
create index directory_themes_published on directory_themes (published_at, id);

create table directory_pictures (
  hash varchar(64) not null primary key,
  media_type varchar(64) not null,
  content text not null
);
