alter table applications_applications add column notice_file varchar(64) null;
alter table applications_saved_forms add column came text null;
