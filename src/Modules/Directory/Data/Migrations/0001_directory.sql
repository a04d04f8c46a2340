create table directory_city (
  lg_code varchar(6) not null primary key,
  facts text not null
);

create table directory_authorities (
  code varchar(64) not null primary key,
  title varchar(200) not null,
  post varchar(64) not null
);

create table directory_divisions (
  code varchar(64) not null primary key,
  name varchar(200) not null,
  kana varchar(200) not null,
  english varchar(200) not null,
  department varchar(200) not null,
  document_symbol varchar(64) not null,
  telephone varchar(64) not null,
  email varchar(200) not null,
  hours varchar(200) not null,
  address varchar(200) not null,
  position integer not null
);

create table directory_posts (
  code varchar(64) not null primary key,
  name varchar(200) not null,
  division varchar(64),
  rank varchar(64) not null,
  position integer not null
);

create table directory_staff (
  id varchar(64) not null primary key,
  name varchar(200) not null,
  kana varchar(200) not null,
  division varchar(64),
  signs_in boolean not null,
  position integer not null
);

create table directory_holdings (
  id uuid not null primary key,
  post varchar(64) not null references directory_posts (code),
  staff varchar(64) not null references directory_staff (id),
  from_day date not null,
  to_day date
);

create table directory_grants (
  id uuid not null primary key,
  post varchar(64) not null references directory_posts (code),
  permission varchar(64) not null,
  scope text not null
);

create table directory_delegations (
  id uuid not null primary key,
  post varchar(64) not null references directory_posts (code),
  deputy_post varchar(64) not null references directory_posts (code),
  from_day date not null,
  to_day date
);

create table directory_towns (
  postal_code varchar(8) not null,
  name varchar(200) not null,
  kana varchar(200) not null,
  primary key (postal_code, name)
);
