create table applications_life_plans (
  id uuid not null primary key,
  life_event varchar(64) not null,
  answers text not null,
  created_at timestamptz not null
);
create index applications_life_plans_created on applications_life_plans (created_at);
