alter table residents_accounts add column source varchar(32) not null default 'registration';
alter table residents_accounts add column contact_changed_at timestamptz null;
alter table residents_accounts add column takes_mail boolean not null default true;
alter table residents_accounts add column language varchar(32) not null default 'ja';
alter table residents_accounts add column closed_at timestamptz null;
