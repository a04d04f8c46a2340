alter table notices_notices alter column addressee_name type varchar(500);
alter table notices_notices alter column address type text;
