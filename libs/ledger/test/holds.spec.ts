import { newId, type Cause } from '#platform/kernel';
import { UnitOfWork, type Tx } from '#platform/database';
import { asOwner, boot, frozenClock, type Booted } from '#platform/testing';
import {
  BalanceQuery,
  ExpireHold,
  HoldMoney,
  LedgerModule,
  platformOwner,
  PostTransfers,
  type HeldTransfer,
} from '../src/index.js';

/** Rounds of the race; S-2 asks for a hundred where there is time. */
const rounds = Number(process.env['RACE_ROUNDS'] ?? 4);

describe('S-2 holds', () => {
  let app: Booted;
  let holds: HoldMoney;
  beforeAll(async () => {
    app = await boot([LedgerModule]);
    holds = app.get(HoldMoney);
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const tx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const payable = (owner: string) => ({ code: 'seller_payable', owner }) as const;
  const bank = { code: 'bank', owner: platformOwner } as const;
  const balance = (owner: string) => tx((t) => app.get(BalanceQuery).of(t, payable(owner)));
  const available = (owner: string) => tx((t) => app.get(BalanceQuery).available(t, payable(owner)));

  /** A maker with 1,000 paise of which 600 are held. */
  async function held(more: Partial<HeldTransfer> = {}): Promise<HeldTransfer> {
    const owner = newId();
    const cause = { kind: 'order', id: newId() } satisfies Cause;
    const earned = { id: newId(), debit: { code: 'buyer_escrow', owner: newId() }, credit: payable(owner) } as const;
    await tx((t) =>
      app.get(PostTransfers).inside(t, [{ ...earned, amount_paise: 1_000n, why: 'release_to_seller', cause }]),
    );
    const hold: HeldTransfer = {
      ...{
        id: newId(),
        debit: payable(owner),
        credit: bank,
        amount_paise: 600n,
        why: 'payout',
        cause,
        expiresAt: null,
      },
      ...more,
    };
    await tx((t) => holds.place(t, hold));
    return hold;
  }

  test('what is held is not available, and moves nothing until it is posted; the rest returns', async () => {
    const hold = await held();
    const { owner } = hold.debit;
    await tx((t) => holds.place(t, hold));
    expect([await balance(owner), await available(owner)]).toEqual([1_000n, 400n]);
    await tx((t) => holds.post(t, hold.id, 250n));
    expect([await balance(owner), await available(owner)]).toEqual([750n, 750n]);
    expect(await tx((t) => holds.has(t, hold.id))).toBe(true);
  });

  test('let go, nothing has moved', async () => {
    const hold = await held();
    await tx((t) => holds.void(t, hold.id));
    expect([await balance(hold.debit.owner), await available(hold.debit.owner)]).toEqual([1_000n, 1_000n]);
  });

  test('on the other side of the chart a hold that takes from the account counts, one that brings does not', async () => {
    const before = await tx((t) => app.get(BalanceQuery).available(t, bank));
    await held({ amount_paise: 100n });
    expect(before - (await tx((t) => app.get(BalanceQuery).available(t, bank)))).toBe(100n);
  });

  test('what has ended stays so; more than is held is refused; of an unknown one nothing is known', async () => {
    const hold = await held();
    await expect(tx((t) => holds.post(t, hold.id, 601n))).rejects.toMatchObject({ code: 'hold_too_small' });
    await tx((t) => holds.post(t, hold.id));
    for (const again of ['post', 'void', 'expire'] as const) {
      await expect(tx((t) => holds[again](t, hold.id))).rejects.toMatchObject({ code: 'hold_resolved' });
      await expect(tx((t) => holds[again](t, newId()))).rejects.toMatchObject({ code: 'hold_unknown' });
    }
    await expect(
      asOwner(`update ledger.hold set status = 'voided', posted_paise = 0 where id = $1`, [hold.id]),
    ).rejects.toThrow('has ended');
  });

  test('its time is the database’s, to the second: before it only others end it, from it on it can only expire', async () => {
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    const hold = await held({ expiresAt: new Date('2027-03-01T10:10:00Z') });
    const isDue = async () => (await tx((t) => app.get(ExpireHold).due(t, 1_000))).includes(hold.id);
    await frozenClock.later(599);
    expect(await isDue()).toBe(false);
    await tx((t) => holds.expire(t, hold.id));
    expect(await available(hold.debit.owner)).toBe(400n);
    await frozenClock.later(1);
    expect(await isDue()).toBe(true);
    await expect(tx((t) => holds.post(t, hold.id))).rejects.toMatchObject({ code: 'hold_resolved' });
    // The clock, twice at once.
    await Promise.all([1, 2].map(() => app.asSystem(() => app.get(ExpireHold).run(hold.id))));
    expect(await available(hold.debit.owner)).toBe(1_000n);
    expect(await isDue()).toBe(false);
    const told = await asOwner(`select payload from platform.outbox where payload ->> 'holdId' = $1`, [hold.id]);
    const { cause, why } = hold;
    expect(told).toEqual([{ payload: { holdId: hold.id, cause, why, amount_paise: 600 } }]);
    await frozenClock.thaw();
  });

  test(`fifty at once, ${rounds} rounds: exactly one ends it, the others are told, and the sums agree`, async () => {
    for (let round = 0; round < rounds; round++) {
      // Every other hold is over: then neither of the two can end it, and one of many that let it expire does.
      const isOver = round % 2 === 1;
      const hold = await held({ expiresAt: isOver ? new Date('2026-01-01T00:00:00Z') : null });
      const ways = isOver ? ['void', 'post', 'expire'] : ['void', 'post', 'post'];
      const ends = Array.from({ length: 50 }, (_, i) => ways[i % 3]!);
      const said = await Promise.allSettled(ends.map((how) => tx((t) => holds[how as 'post'](t, hold.id))));
      expect(said.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      for (const one of said)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'hold_resolved' });
      const how = ends[said.findIndex((one) => one.status === 'fulfilled')];
      if (isOver) expect(how).toBe('expire');
      expect(await balance(hold.debit.owner)).toBe(how === 'post' ? 400n : 1_000n);
      expect(await available(hold.debit.owner)).toBe(await balance(hold.debit.owner));
    }
  });
});
