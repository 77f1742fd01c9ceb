import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, type Tx } from '#platform/database';
import { KeptFiles, ObjectStore, StorageModule } from '#platform/storage';
import { asOwner, boot, type Booted } from '#platform/testing';

const bytes = Buffer.from('a file');

describe('S-58 S-66 Files and the rows that speak of them', () => {
  let app: Booted;
  let files: KeptFiles;
  let store: ObjectStore;
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const put = async (): Promise<string> => (await app.asSystem(() => files.put([bytes])))[0]!;
  const sweeps = (key: string) => app.asSystem(() => files.sweep(key));
  const noted = (key: string) => asOwner(`select is_going from platform.unclaimed_file where storage_key = $1`, [key]);
  /** The time in which a row may follow its file is over. */
  const late = (key: string) =>
    asOwner(
      `update platform.unclaimed_file set until = clock_timestamp() - interval '1 minute' where storage_key = $1`,
      [key],
    );

  beforeAll(async () => {
    process.env['STORAGE_URL'] = `file:${mkdtempSync(join(tmpdir(), 'odop-media-'))}`;
    app = await boot([StorageModule]);
    files = app.get(KeptFiles);
    store = app.get(ObjectStore);
  });
  afterAll(() => app.close());

  test('a file whose row was written stays, and the sweep knows nothing of it', async () => {
    const key = await put();
    expect(await inTx((tx) => files.claim(tx, [key]))).toBe(true);
    await sweeps(key);
    expect(await noted(key)).toEqual([]);
    expect(await store.get(key)).toEqual(bytes);
  });

  test('one whose row never came goes when its time is over, and not before', async () => {
    const key = await put();
    await sweeps(key);
    expect(await store.get(key)).toEqual(bytes);
    await late(key);
    expect(await inTx((tx) => files.unclaimed(tx, 1_000))).toContain(key);
    await sweeps(key);
    expect([await store.get(key), await noted(key)]).toEqual([null, []]);
  });

  test('a row that was refused leaves its file unclaimed', async () => {
    const key = await put();
    const refused = inTx(async (tx) => {
      await files.claim(tx, [key]);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await noted(key)).toHaveLength(1);
    await app.asSystem(() => files.discard([key]));
    expect([await store.get(key), await noted(key)]).toEqual([null, []]);
  });

  test('a row whose commit was not heard of keeps its file', async () => {
    const key = await put();
    await inTx((tx) => files.claim(tx, [key]));
    await app.asSystem(() => files.discard([key]));
    expect([await store.get(key), await noted(key)]).toEqual([bytes, []]);
  });

  test('a store that fails half-way leaves nothing the sweep does not know', async () => {
    const before = await asOwner(`select 1 from platform.unclaimed_file`);
    const failing = jest.spyOn(store, 'put').mockRejectedValueOnce(new Error('disk full'));
    await expect(app.asSystem(() => files.put([bytes, bytes, bytes]))).rejects.toThrow('disk full');
    failing.mockRestore();
    expect(await asOwner(`select 1 from platform.unclaimed_file`)).toHaveLength(before.length + 3);
  });

  test('a sweep that died after each of its lines is ended by the next one; its file can be claimed no more', async () => {
    const key = await put();
    await late(key);
    const failing = jest.spyOn(store, 'remove').mockRejectedValueOnce(new Error('the store is away'));
    await expect(sweeps(key)).rejects.toThrow('the store is away');
    failing.mockRestore();
    expect(await inTx((tx) => files.claim(tx, [key]))).toBe(false);
    await store.remove(key);
    await sweeps(key);
    expect([await store.get(key), await noted(key)]).toEqual([null, []]);
  });

  test('of a claim and a sweep at once one wins, whole', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, put));
    for (const key of keys) await late(key);
    const outcomes = await Promise.all(
      keys.map(async (key) => (await Promise.all([inTx((tx) => files.claim(tx, [key])), sweeps(key)]))[0]),
    );
    for (const [i, claimed] of outcomes.entries()) {
      expect((await store.get(keys[i]!)) !== null).toBe(claimed);
      expect(await noted(keys[i]!)).toEqual([]);
    }
  });

  test('a file whose row is gone goes with the next sweep', async () => {
    const key = await put();
    await inTx((tx) => files.claim(tx, [key]));
    await inTx((tx) => files.release(tx, [key]));
    await sweeps(key);
    expect(await store.get(key)).toBeNull();
  });
});
