-- Files that come in and go out. They are bytes in rows, never paths: each belongs to the account that brought it or
-- asked for it, and is gone within a day.

-- Leave to hand in one file, once. holder_id: the session or the API key that asked, and the only one that may use it.
create table upload_ticket (
  token_hash bytea primary key,
  commune_id integer not null references commune (id),
  account_id uuid not null,
  holder_id uuid not null,
  purpose text not null,
  name text not null,
  expires_at timestamptz not null,
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on upload_ticket (commune_id, account_id);

create table uploaded_file (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  account_id uuid not null,
  purpose text not null,
  -- A label for people; nothing is found or written by it.
  name text not null check (length(name) between 1 and 120),
  bytes bytea not null check (length(bytes) between 1 and 5000000),
  sha256 bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (commune_id, id),
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on uploaded_file (commune_id, account_id);

-- A list that somebody took out, until they have fetched it.
create table exported_file (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  account_id uuid not null,
  holder_id uuid not null,
  -- What its owner was allowed, and must still be when they fetch it.
  action text not null,
  token_hash bytea not null unique,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (commune_id, id),
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on exported_file (commune_id, account_id);

-- Their owner's alone; and background work, which is nobody's, clears them away.
do $$
declare name text;
begin
  foreach name in array array['upload_ticket', 'uploaded_file', 'exported_file']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy of_owner on %I using (commune_id = (select current_commune())
      and ((select current_account()) is null or account_id = (select current_account())))', name);
  end loop;
end $$;
-- What was checked stays as it was checked.
revoke update on upload_ticket, uploaded_file, exported_file from tungnha_app;
