create table kernel_sequences (
  name varchar(64) not null primary key,
  value bigint not null
);

create table kernel_keys (
  id uuid not null primary key,
  purpose varchar(64) not null,
  wrapped text not null,
  created_at timestamptz not null
);
create index kernel_keys_purpose on kernel_keys (purpose);

create table kernel_idempotency (
  key varchar(64) not null primary key,
  body_hash varchar(64) not null,
  status integer not null,
  headers text not null,
  body text not null,
  created_at timestamptz not null
);
create index kernel_idempotency_created on kernel_idempotency (created_at);

create table kernel_outbox (
  id uuid not null primary key,
  kind varchar(64) not null,
  payload text not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null,
  last_error text null,
  dead boolean not null
);
create index kernel_outbox_due on kernel_outbox (dead, not_before);

create table kernel_audit (
  id uuid not null primary key,
  at timestamptz not null,
  actor_kind varchar(16) not null,
  actor_id varchar(64) not null,
  action varchar(64) not null,
  subject_kind varchar(32) not null,
  subject_id varchar(200) not null,
  details text not null
);
create index kernel_audit_subject on kernel_audit (subject_kind, subject_id);

create table kernel_audit_pending (
  audit_id uuid not null primary key
);

create table kernel_audit_seals (
  number bigint not null primary key,
  at timestamptz not null,
  count integer not null,
  root varchar(64) not null,
  previous varchar(64) not null,
  head varchar(64) not null,
  key_id varchar(64) not null,
  signature text not null
);

create table kernel_audit_leaves (
  audit_id uuid not null primary key,
  seal bigint not null,
  position integer not null,
  hash varchar(64) not null
);
create unique index kernel_audit_leaves_position on kernel_audit_leaves (seal, position);
