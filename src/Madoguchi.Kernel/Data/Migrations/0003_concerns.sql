alter table kernel_audit add column concerns varchar(64) null;
create index kernel_audit_concerns on kernel_audit (concerns, at, id) where concerns is not null;
