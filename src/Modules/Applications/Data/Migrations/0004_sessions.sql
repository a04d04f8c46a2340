drop table applications_sessions;
create table applications_sessions (
  procedure varchar(64) not null,
  session varchar(64) not null,
  taken bigint not null,
  waiting bigint not null,
  drawn bigint not null,
  primary key (procedure, session)
);
insert into applications_sessions (procedure, session, taken, waiting, drawn)
  select procedure, session, sum(case when state in ('confirmed', 'offered') then 1 else 0 end), sum(case when state = 'waiting' then 1 else 0 end), max(position)
  from applications_places group by procedure, session;
drop index applications_places_session;
create index applications_places_session on applications_places (procedure, session, state, position);
