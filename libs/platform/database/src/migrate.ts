import { DataSource, type MigrationInterface } from 'typeorm';

/** Any fixed number: all processes that migrate meet at it. */
const migrationLock = 7_153_201;

type MigrationClass = new () => MigrationInterface;

/**
 * Brings the database up to date, one process at a time (advisory lock), each migration in its own transaction.
 * @param ownerUrl  connection as odop_owner, who owns the schemas
 * @returns names of the migrations that ran
 */
export async function migrate(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    applicationName: 'odop-migrate',
    // A migration that a power cut takes back runs again: none waits until it is on the disk.
    // Rows that are there belong to people: a migration changes those of everybody.
    extra: { max: 2, options: '-c lock_timeout=2000 -c synchronous_commit=off -c odop.scope=system' },
  });
  await source.initialize();
  const holder = source.createQueryRunner();
  try {
    await holder.query(`set lock_timeout = 0`);
    await holder.query(`select pg_advisory_lock($1)`, [migrationLock]);
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await holder.query(`select pg_advisory_unlock($1)`, [migrationLock]).catch(() => undefined);
    await holder.release();
    await source.destroy();
  }
}
