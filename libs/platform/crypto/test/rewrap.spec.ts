import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, boot, freshDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { CryptoModule, MasterKeyFile, RewrapKeys, SubjectKeys } from '../src/index.js';

describe('a new master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odop-keys-'));
  const file = join(folder, 'master.key');
  let database: TestDatabase;
  let app: Booted;
  beforeAll(async () => {
    database = await freshDatabase();
    copyFileSync('.data/master.key', file);
    Object.assign(process.env, { MASTER_KEY_FILE: file, DATABASE_URL: database.appUrl });
    app = await boot([CryptoModule]);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('S-63 every key is wrapped anew in lots, and then the old master key can go', async () => {
    const work = app.get(UnitOfWork);
    const place = { table: 'test.person', column: 'name', row: newId() };
    const subjects = Array.from({ length: 3 }, newId);
    const sealed = await app.asSystem(() =>
      work.run(async (tx) => (await app.get(SubjectKeys).of(tx, subjects[0]!)).seal(place, 'Meera Devi')),
    );
    await app.asSystem(() => work.run(async (tx) => void (await app.get(SubjectKeys).of(tx, subjects[1]!))));
    const version = app.get(MasterKeyFile).addVersion();
    const told: number[] = [];
    const done = await app.asSystem(() => app.get(RewrapKeys).run((so) => told.push(so)));
    expect(told.at(-1)).toBe(done);
    expect(await app.asSystem(() => app.get(RewrapKeys).byVersion())).toEqual([
      { master_version: version, keys: done },
    ]);
    expect(await app.asSystem(() => app.get(RewrapKeys).run())).toBe(0);

    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)}\n`);
    Object.assign(app.get(MasterKeyFile), { keys: null }); // as a process that starts now
    const opened = await app.asSystem(() =>
      work.run(async (tx) => (await app.get(SubjectKeys).of(tx, subjects[0]!)).open(place, sealed)),
    );
    expect(opened).toBe('Meera Devi');
    const notes = await asOwner(
      `select from platform.audit where action = 'keys.wrapped_anew' and object_id = $1`,
      [String(version)],
      database.ownerUrl,
    );
    expect(notes.length).toBeGreaterThan(0);
  });
});
