import { withDatabase } from './ask.js';
import { migrations } from './migrations.js';

/** What of the list has not run yet, and what has run that the list does not know (a newer build did that). */
export function compareMigrations(ownerUrl: string): Promise<{ pending: string[]; unknown: string[] }> {
  return withDatabase(ownerUrl, async (ask) => {
    const [table] = await ask<{ there: boolean }>(`select to_regclass('schema_migration') is not null as there`);
    const rows = table!.there ? await ask<{ name: string }>(`select name from schema_migration`) : [];
    const done = new Set(rows.map((row) => row.name));
    const known = new Set(migrations.map((each) => each.name));
    return {
      pending: [...known].filter((name) => !done.has(name)),
      unknown: [...done].filter((name) => !known.has(name)),
    };
  });
}
