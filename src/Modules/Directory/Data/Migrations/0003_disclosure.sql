alter table directory_divisions add column views_undisclosed boolean not null default false;
