create table messaging_letters (
  id uuid not null primary key,
  at timestamptz not null,
  to_account varchar(64) null,
  to_division varchar(32) null,
  from_account varchar(64) null,
  from_division varchar(32) null,
  application varchar(32) null,
  kind varchar(32) not null,
  subject text not null,
  body text not null,
  mail_body text null,
  language varchar(32) not null,
  read_at timestamptz null
);
create index messaging_letters_received on messaging_letters (to_account, at);
create index messaging_letters_sent on messaging_letters (from_account, at);
create index messaging_letters_application on messaging_letters (application, at);
