#!/bin/bash
# Runs once, when the database folder is empty: the service's two roles, its database and the extensions, which need the
# superuser. Migrations do everything else as odop_owner.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres -v owner="$ODOP_OWNER_PASSWORD" -v app="$ODOP_APP_PASSWORD" <<'SQL'
create role odop_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner';
create role odop_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app';
create database odop_bazaar owner odop_owner template template0;
revoke all on database odop_bazaar from public;
grant connect, temporary on database odop_bazaar to odop_app;
SQL

for extension in pg_trgm unaccent btree_gin btree_gist pgcrypto citext cube earthdistance; do
  psql -v ON_ERROR_STOP=1 -U postgres -d odop_bazaar -c "create extension if not exists $extension schema public cascade"
done
