#!/bin/sh
# Runs once, when the data volume is empty: the two roles and the database.
# tungnha_owner migrates; tungnha_app serves and works, and row-level security binds it.
set -eu
: "${TUNGNHA_OWNER_PASSWORD:?is missing}"
: "${TUNGNHA_APP_PASSWORD:?is missing}"

# \getenv keeps the passwords out of the process list.
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv owner_password TUNGNHA_OWNER_PASSWORD
\getenv app_password TUNGNHA_APP_PASSWORD

create role tungnha_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
create role tungnha_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';

-- Đà Nẵng sorts after Dung, whatever language the host speaks.
create database tungnha owner tungnha_owner template template0
  encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'vi-VN';

revoke all on database tungnha from public;
-- Temporary tables hold the set-based recomputations.
grant connect, temporary on database tungnha to tungnha_app;
SQL
