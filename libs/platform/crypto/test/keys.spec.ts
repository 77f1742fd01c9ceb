import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import { CryptoModule, ServiceKeys, SubjectKeys } from '../src/index.js';

describe('Keys', () => {
  let app: Booted;
  let work: UnitOfWork;
  let subjects: SubjectKeys;
  let keys: ServiceKeys;
  beforeAll(async () => {
    app = await boot([CryptoModule]);
    [work, subjects, keys] = [app.get(UnitOfWork), app.get(SubjectKeys), app.get(ServiceKeys)];
  });
  afterAll(() => app.close());

  const key = (subjectId: string) => app.asSystem(() => work.run((tx) => subjects.of(tx, subjectId)));
  const place = { table: 'identity.person', column: 'name_sealed', row: newId() };

  test('S-63 a value opens where it was sealed, and twice sealed looks different', async () => {
    const mine = await key(newId());
    const [first, second] = [mine.seal(place, 'Meera Devi'), mine.seal(place, 'Meera Devi')];
    expect(mine.open(place, first)).toBe('Meera Devi');
    expect(first.equals(second)).toBe(false);
    expect(first.toString('latin1')).not.toContain('Meera');
  });

  test.each([
    ['another row', { ...place, row: newId() }],
    ['another column', { ...place, column: 'email_sealed' }],
    ['another table', { ...place, table: 'sellers.seller' }],
  ])('S-63 moved to %s a value does not open', async (_, elsewhere) => {
    const mine = await key(newId());
    expect(() => mine.open(elsewhere, mine.seal(place, 'Meera Devi'))).toThrow();
  });

  test('S-63 a changed byte, another subject: nothing opens', async () => {
    const [mine, yours] = [await key(newId()), await key(newId())];
    const sealed = mine.seal(place, 'Meera Devi');
    expect(() => yours.open(place, sealed)).toThrow();
    for (const at of [0, 5, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => mine.open(place, changed)).toThrow();
    }
  });

  test('S-63 the stored key is not the key: without the master key it is noise', async () => {
    const subjectId = newId();
    await key(subjectId);
    const [row] = await asOwner<{ wrapped: Buffer }>(`select wrapped from platform.subject_key where subject_id = $1`, [
      subjectId,
    ]);
    expect(row!.wrapped).toHaveLength(12 + 32 + 16);
  });

  test('S-66 destroying a key erases, and no new one is made in its place', async () => {
    const subjectId = newId();
    const sealed = (await key(subjectId)).seal(place, 'Meera Devi');
    await app.asSystem(() => work.run((tx) => subjects.destroy(tx, subjectId)));
    const after = await key(subjectId);
    expect(after.isDestroyed).toBe(true);
    expect(after.open(place, sealed)).toBeNull();
    expect(() => after.seal(place, 'again')).toThrow('erased');
  });

  test('S-63 twenty at once make one key', async () => {
    const subjectId = newId();
    const made = await Promise.all(Array.from({ length: 20 }, () => key(subjectId)));
    const sealed = made[0]!.seal(place, 'one');
    expect(made.map((each) => each.open(place, sealed))).toEqual(Array.from({ length: 20 }, () => 'one'));
  });

  test('S-63 look-up hashes keep purposes and parts apart', () => {
    const hashes = [
      keys.hmac('lookup', 'mobile', '+919000000001'),
      keys.hmac('lookup', 'mobil', 'e+919000000001'),
      keys.hmac('code', 'mobile', '+919000000001'),
    ].map((hash) => hash.toString('hex'));
    expect(new Set(hashes).size).toBe(3);
    expect(keys.hmac('lookup', 'mobile', '+919000000001').toString('hex')).toBe(hashes[0]);
  });

  test('S-36 a rotated signing key verifies on; its private half is gone; an unknown kid is nobody', async () => {
    const old = await keys.signingKey();
    const kid = await app.asSystem(() => work.run((tx) => keys.rotateSigningKey(tx, 60)));
    expect((await keys.signingKey()).kid).toBe(kid);
    expect(await keys.verifyingKey(old.kid)).not.toBeNull();
    expect(await keys.verifyingKey(newId())).toBeNull();
    const [row] = await asOwner(`select wrapped, accept_until > now() as ok from platform.service_key where id = $1`, [
      old.kid,
    ]);
    expect(row).toEqual({ wrapped: null, ok: true });
  });
});
