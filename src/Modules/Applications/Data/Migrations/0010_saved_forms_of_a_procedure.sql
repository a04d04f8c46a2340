-- What a new edition meets: the newest forms of a procedure that are not submitted yet.
create index applications_saved_forms_procedure on applications_saved_forms (procedure, id) where submitted_as is null;
