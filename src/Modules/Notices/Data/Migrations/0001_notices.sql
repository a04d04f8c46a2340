create table notices_notices (
  id uuid not null primary key,
  intake_number varchar(16) not null,
  procedure varchar(64) not null,
  division varchar(64) not null,
  kind varchar(32) not null,
  symbol varchar(40) not null,
  title varchar(200) not null,
  authority varchar(200) not null,
  account_id varchar(64),
  addressee_name varchar(200) not null,
  postal_code varchar(8),
  address varchar(400),
  channel varchar(32) not null,
  template_name varchar(120) not null,
  template text,
  source_file_id varchar(64),
  data text not null,
  verification_code varchar(16) not null,
  supersedes uuid,
  superseded_becomes varchar(32),
  prepared_at timestamptz not null,
  state varchar(32) not null,
  fiscal_year integer,
  number integer,
  document_number varchar(100),
  dated_on date,
  issued_at timestamptz,
  available_at timestamptz,
  issuer varchar(200),
  sha256 varchar(64),
  file_name varchar(64),
  opened_at timestamptz,
  posted_on date,
  delivered_on date,
  validity varchar(32) not null,
  superseded_by uuid,
  version bigint not null
);
create index notices_by_intake_number on notices_notices (intake_number);
create index notices_by_queue on notices_notices (channel, posted_on, division);
create unique index notices_verification_code on notices_notices (verification_code);
create unique index notices_document_number on notices_notices (document_number);
create index notices_by_sha256 on notices_notices (sha256);

create table notices_numbers (
  series varchar(120) not null primary key,
  value bigint not null
);
