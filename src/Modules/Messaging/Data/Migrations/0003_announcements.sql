create table messaging_announcements (
  id uuid not null primary key,
  emergency boolean not null,
  title_ja varchar(100) not null,
  body_ja text not null,
  title_en varchar(200) not null,
  body_en text not null,
  title_easy varchar(200) not null,
  body_easy text not null,
  link varchar(300) null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  ends_at timestamptz not null,
  written_by varchar(64) not null
);
create index messaging_announcements_published on messaging_announcements (published_at, id);
create index messaging_announcements_ends on messaging_announcements (ends_at);
