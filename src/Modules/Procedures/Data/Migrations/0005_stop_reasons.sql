alter table procedures_stops add column reason varchar(300) null;
