import pg from 'pg';

/** Extensions the migrations build on. Creating them needs the superuser, which the migrations' role is not. */
const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'pgcrypto', 'citext', 'cube', 'earthdistance'];

/** @typedef {{ superuser: string, owner: string, app: string }} Passwords */

/**
 * Does one thing as the superuser and hangs up.
 *
 * @template T
 * @param {{ port: number, password: string, database: string }} at
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function asSuperuser(at, work) {
  const client = new pg.Client({ host: '127.0.0.1', user: 'postgres', ssl: false, ...at });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The two roles of the service, made anew or brought back to what they should be: `odop_owner` owns the databases and
 * migrates them, `odop_app` serves and owns nothing.
 *
 * @param {number} port
 * @param {Passwords} passwords
 * @param {boolean} ownerMayCreateDatabases for tests, whose workers clone a template
 */
export async function ensureRoles(port, passwords, ownerMayCreateDatabases) {
  await asSuperuser({ port, password: passwords.superuser, database: 'postgres' }, async (client) => {
    const known = await client.query(`select rolname from pg_roles where rolname in ('odop_owner', 'odop_app')`);
    const has = new Set(known.rows.map((row) => row.rolname));
    const createdb = ownerMayCreateDatabases ? 'createdb' : 'nocreatedb';
    for (const { role, password, right } of [
      { role: 'odop_owner', password: passwords.owner, right: createdb },
      { role: 'odop_app', password: passwords.app, right: 'nocreatedb' },
    ]) {
      const rights = `login nosuperuser ${right} nocreaterole noreplication nobypassrls`;
      const verb = has.has(role) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} ${rights} password ${client.escapeLiteral(password)}`);
    }
  });
}

/**
 * @param {number} port
 * @param {Passwords} passwords
 * @param {string} name
 * @param {string} [template] a database to copy; without one the new database is empty but for the extensions
 * @returns {Promise<boolean>} false when it exists already
 */
export async function makeDatabase(port, passwords, name, template) {
  const superuser = { port, password: passwords.superuser };
  const made = await asSuperuser({ ...superuser, database: 'postgres' }, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return false;
    const [id, from] = [client.escapeIdentifier(name), client.escapeIdentifier(template ?? 'template0')];
    // Copying files beats writing 40 MB of log records, and only tests copy a template.
    const strategy = template === undefined ? '' : ' strategy file_copy';
    await client.query(`create database ${id} owner odop_owner template ${from}${strategy}`);
    await client.query(`revoke all on database ${id} from public`);
    await client.query(`grant connect, temporary on database ${id} to odop_app`);
    return true;
  });
  if (template === undefined) {
    await asSuperuser({ ...superuser, database: name }, async (client) => {
      for (const extension of EXTENSIONS) {
        await client.query(`create extension if not exists ${extension} schema public cascade`);
      }
    });
  }
  return made;
}

/**
 * @param {number} port
 * @param {Passwords} passwords
 * @param {string} name
 */
export async function removeDatabase(port, passwords, name) {
  await asSuperuser({ port, password: passwords.superuser, database: 'postgres' }, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}
