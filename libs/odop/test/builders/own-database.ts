import { freshDatabase, type TestDatabase } from '#platform/testing';

/** A database of this file's own: what it adds to the register, other files do not count. Call it before anything boots. */
export async function ownDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  Object.assign(process.env, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
  return database;
}
