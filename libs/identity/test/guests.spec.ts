import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { boot, type Booted } from '#platform/testing';
import { IdentityModule, OpenGuest, PurgeStale, ReachGuest } from '../src/index.js';

describe('Guests', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([IdentityModule]);
  });
  afterAll(() => app.close());

  test('S-66 guests go when their time is over: who never ordered with her key, where one who did is reached a year later', async () => {
    const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
    const guest = (ordered: boolean, days: number) =>
      inTx(async (tx) => {
        const endsAt = new Date(tx.now.getTime() - days * 86_400_000);
        const { guestId } = await app.get(OpenGuest).inside(tx, endsAt);
        const contact = { email: 'farah@example.in', mobile: null, language: 'en' };
        if (ordered) await app.get(ReachGuest).inside(tx, guestId, 'Farah Test', contact, endsAt);
        else await app.get(SubjectKeys).of(tx, guestId);
        return guestId;
      });
    const ids = [await guest(false, 3), await guest(false, 1), await guest(true, 360), await guest(true, 370)];
    await app.asSystem(() => app.get(PurgeStale).run());
    const left = (sql: string) => inTx((tx) => tx.many(z.object({ id: z.uuid() }), sql, [ids]));
    const guests = await left(`select id from identity.guest where id = any($1) order by id`);
    expect(guests.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    const keys = await left(`select subject_id as id from platform.subject_key where subject_id = any($1) order by 1`);
    expect(keys.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[3]]);
  });
});
