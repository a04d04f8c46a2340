create table approvals_approvals (
  id uuid not null primary key,
  kind varchar(64) not null,
  subject varchar(200) not null,
  division varchar(64) not null,
  reason text not null,
  drafter_id varchar(64) not null,
  drafter_title varchar(200),
  state varchar(32) not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  version bigint not null
);
create index approvals_approvals_drafter on approvals_approvals (drafter_id, started_at, id);
create index approvals_approvals_division on approvals_approvals (division, started_at, id);

create table approvals_steps (
  id uuid not null primary key,
  approval_id uuid not null references approvals_approvals (id),
  step integer not null,
  kind varchar(32) not null,
  post varchar(64) not null,
  state varchar(32) not null,
  actor_id varchar(64),
  actor_title varchar(200),
  at timestamptz,
  comment text,
  acted_for boolean not null,
  post_reviewed_at timestamptz
);
create index approvals_steps_approval on approvals_steps (approval_id);
create index approvals_steps_post on approvals_steps (post, state);

create table approvals_items (
  id uuid not null primary key,
  approval_id uuid not null references approvals_approvals (id),
  position integer not null,
  item varchar(64) not null,
  facts_text text not null,
  removed_at timestamptz,
  removed_reason text
);
create index approvals_items_approval on approvals_items (approval_id);
create index approvals_items_item on approvals_items (item);

create table approvals_acts (
  id uuid not null primary key,
  approval_id uuid not null references approvals_approvals (id),
  kind varchar(32) not null,
  actor_id varchar(64) not null,
  actor_post varchar(64),
  actor_title varchar(200),
  step integer,
  for_post varchar(64),
  item varchar(64),
  words text,
  at timestamptz not null,
  content_sha256 varchar(64) not null
);
create index approvals_acts_approval on approvals_acts (approval_id);
create index approvals_acts_actor on approvals_acts (actor_id, kind);
