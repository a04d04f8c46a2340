alter table applications_applications alter column applicant_name type varchar(500);
