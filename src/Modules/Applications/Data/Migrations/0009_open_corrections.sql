-- Few matters wait for a correction: the index holds those alone, and arrivals do not pay for it.
drop index applications_applications_correction;
create index applications_applications_correction on applications_applications (correction_due_on) where correction_due_on is not null;
