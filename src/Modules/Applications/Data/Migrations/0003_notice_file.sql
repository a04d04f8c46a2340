alter table applications_applications add column notice_file varchar(64) null;
