#!/bin/bash
# Run once by PostgreSQL's image on an empty volume: a user that owns Inlet's database and makes roles, and is no superuser.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v password="$(cat /run/inlet/database/password)" <<'SQL'
CREATE ROLE inlet LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE inlet OWNER inlet;
SQL
