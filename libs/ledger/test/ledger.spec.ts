import fc from 'fast-check';
import { newId, type Cause } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { asOwner, boot, type Booted } from '#platform/testing';
import { BalanceQuery, LedgerModule, platformOwner, PostTransfers, type Transfer } from '../src/index.js';

const gateway = { code: 'gateway_clearing', owner: platformOwner } as const;
const capture = (checkout: string, amount_paise: bigint, id = newId()): Transfer => ({
  id,
  debit: gateway,
  credit: { code: 'buyer_escrow', owner: checkout },
  amount_paise,
  why: 'payment_captured',
  cause: { kind: 'checkout', id: checkout } satisfies Cause,
});

describe('Ledger', () => {
  let app: Booted;
  let work: UnitOfWork;
  let post: PostTransfers;
  let balance: BalanceQuery;
  beforeAll(async () => {
    app = await boot([LedgerModule]);
    [work, post, balance] = [app.get(UnitOfWork), app.get(PostTransfers), app.get(BalanceQuery)];
  });
  afterAll(() => app.close());

  const posts = (...transfers: Transfer[]) => app.asSystem(() => work.run((tx) => post.inside(tx, transfers)));
  const escrow = (owner: string) =>
    app.asSystem(() => work.run((tx) => balance.of(tx, { code: 'buyer_escrow', owner })));

  test('S-1 a balance is its entries, on its normal side', async () => {
    const checkout = newId();
    await posts(capture(checkout, 145_000n), capture(checkout, 5_000n));
    expect(await escrow(checkout)).toBe(150_000n);
  });

  test('S-1 posting twice is posting once; the same id for another amount is refused whole', async () => {
    const checkout = newId();
    const first = capture(checkout, 1_000n);
    await posts(first);
    await posts(first);
    await expect(posts({ ...first, amount_paise: 2_000n }, capture(checkout, 7n))).rejects.toThrow(
      'names one movement',
    );
    expect(await escrow(checkout)).toBe(1_000n);
  });

  test.each([
    ['nothing', capture(newId(), 0n)],
    ['a negative amount', capture(newId(), -1n)],
    ['an account to itself', { ...capture(newId(), 5n), credit: gateway }],
    ['a platform account of somebody else', { ...capture(newId(), 5n), debit: { ...gateway, owner: newId() } }],
  ])('S-1 %s does not move', async (_, transfer) => {
    await expect(posts(transfer)).rejects.toThrow('broken invariant');
  });

  test('S-1 neither the service nor the owner changes what is written', async () => {
    const checkout = newId();
    await posts(capture(checkout, 1_000n));
    const tamper = app.asSystem(() => work.run((tx) => tx.run(`update ledger.transfer set amount_paise = 1`)));
    await expect(tamper).rejects.toThrow('permission denied');
    await expect(asOwner(`delete from ledger.transfer`)).rejects.toThrow('never changed');
    await expect(asOwner(`truncate ledger.transfer`)).rejects.toThrow('never changed');
  });

  test('S-1 whatever moves, everything adds up to nothing', async () => {
    const checkouts = [newId(), newId(), newId()];
    const move = fc.record({
      checkout: fc.constantFrom(...checkouts),
      amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      back: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 20 }), async (moves) => {
        const transfers = moves.map(({ checkout, amount, back }) => {
          const paid = capture(checkout, amount);
          return back ? { ...paid, debit: paid.credit, credit: paid.debit, why: 'refund' as const } : paid;
        });
        await posts(...transfers);
        const trial = await app.asSystem(() => work.run((tx) => balance.trial(tx)));
        expect(trial.reduce((sum, row) => sum + row.balance_paise, 0n)).toBe(0n);
      }),
      { numRuns: 25 },
    );
  });
});
