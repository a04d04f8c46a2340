alter table applications_saved_forms add column begun_edition integer not null default 0;

update applications_saved_forms set begun_edition = procedure_edition;
