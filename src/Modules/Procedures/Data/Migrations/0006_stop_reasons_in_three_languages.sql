alter table procedures_stops add column reason_en varchar(600) null;
alter table procedures_stops add column reason_easy varchar(600) null;
