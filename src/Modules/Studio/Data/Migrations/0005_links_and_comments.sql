create table studio_preview_links (
    id uuid not null primary key,
    draft_id uuid not null,
    secret_hash varchar(64) not null,
    made_for varchar(100) not null,
    last_day date not null,
    made_by varchar(64) not null,
    made_at timestamptz not null,
    ended_by varchar(64) null,
    ended_at timestamptz null
);
create unique index studio_preview_links_secret on studio_preview_links (secret_hash);
create index studio_preview_links_draft on studio_preview_links (draft_id, made_at);

create table studio_comments (
    id uuid not null primary key,
    draft_id uuid not null,
    question varchar(100) not null,
    label varchar(200) not null,
    body text not null,
    said_by varchar(64) null,
    link_id uuid null,
    name varchar(50) null,
    said_at timestamptz not null,
    done_by varchar(64) null,
    done_at timestamptz null
);
create index studio_comments_draft on studio_comments (draft_id, said_at, id);
create index studio_comments_link on studio_comments (link_id, said_at);
