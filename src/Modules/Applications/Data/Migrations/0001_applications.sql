create table applications_applications (
  id uuid not null primary key,
  intake_number varchar(20) not null,
  procedure varchar(64) not null,
  procedure_edition integer not null,
  nature varchar(32) not null,
  status varchar(32) not null,
  phase varchar(64) null,
  division varchar(32) not null,
  assignee varchar(64) null,
  arrived_at timestamptz not null,
  registered_at timestamptz not null,
  channel varchar(32) not null,
  account varchar(64) null,
  entered_by varchar(64) not null,
  applicant_name varchar(300) not null,
  applicant_kana varchar(300) not null,
  applicant_birth_date date null,
  applicant_telephone varchar(20) not null,
  applicant_address text not null,
  answers text not null,
  attachments text not null,
  notice_by varchar(32) not null,
  promised_on date not null,
  due_on date not null,
  disposition varchar(32) null,
  result text null,
  reason text null,
  conditions text null,
  decided_at timestamptz null,
  notified_at timestamptz null,
  demo boolean not null,
  tokens text not null,
  correction_reason text null,
  correction_questions text null,
  correction_due_on date null,
  correction_asked_at timestamptz null,
  correction_overdue_told boolean not null,
  extension_reason text null,
  version bigint not null
);
create unique index applications_applications_number on applications_applications (intake_number);
create index applications_applications_arrived on applications_applications (division, arrived_at, id);
create index applications_applications_city on applications_applications (arrived_at, id);
create index applications_applications_due on applications_applications (division, due_on, id);
create index applications_applications_account on applications_applications (account, arrived_at, id);
create index applications_applications_correction on applications_applications (correction_due_on);

create table applications_events (
  id uuid not null primary key,
  application_id uuid not null,
  at timestamptz not null,
  actor_kind varchar(32) not null,
  actor_id varchar(64) not null,
  on_behalf_of varchar(64) null,
  kind varchar(32) not null,
  note text null,
  data text not null,
  public boolean not null
);
create index applications_events_application on applications_events (application_id, at, id);

create table applications_saved_forms (
  id uuid not null primary key,
  account varchar(64) not null,
  procedure varchar(64) not null,
  procedure_edition integer not null,
  answers text not null,
  page varchar(64) null,
  prefilled text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null,
  submitted_as varchar(20) null
);
create index applications_saved_forms_account on applications_saved_forms (account, updated_at);

create table applications_places (
  id uuid not null primary key,
  procedure varchar(64) not null,
  session varchar(64) not null,
  intake_number varchar(20) not null,
  holder varchar(100) not null,
  state varchar(32) not null,
  position bigint not null,
  offered_until timestamptz null,
  created_at timestamptz not null,
  version bigint not null
);
create unique index applications_places_number on applications_places (intake_number);
create unique index applications_places_holder on applications_places (procedure, holder) where state <> 'cancelled';
create index applications_places_session on applications_places (session, state, position);

create table applications_sessions (
  session varchar(64) not null primary key,
  taken bigint not null,
  waiting bigint not null,
  drawn bigint not null
);
