create table files_files (
  id uuid not null primary key,
  name varchar(400) not null,
  media_type varchar(64) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  state varchar(32) not null,
  owner varchar(64) not null,
  place varchar(64) not null,
  stored_at timestamptz not null
);
create index files_files_stored on files_files (stored_at);
create unique index files_files_place on files_files (place);

create table files_links (
  file_id uuid not null primary key references files_files (id),
  subject_kind varchar(32) not null,
  subject_id varchar(64) not null,
  linked_at timestamptz not null
);
create index files_links_subject on files_links (subject_kind, subject_id);
