alter table notices_notices add column concludes boolean not null default true;
update notices_notices set available_at = null where channel = 'paper' and posted_on is null;
