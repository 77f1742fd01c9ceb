import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import { paiseColumn, rupees } from '#platform/money';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  QuoteTax,
  SupplyGate,
  TakeBack,
  TaxModule,
  WatchTurnover,
  Withhold,
  type CreditedSale,
  type Deal,
  type Watched,
} from '../src/index.js';
import type { UndonePart } from '../src/domain/given-back.js';

describe('tax', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([TaxModule]);
    await frozenClock.at(new Date('2026-05-04T06:00:00Z'));
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const deal = (more: Partial<Deal> = {}): Deal => ({
    at: new Date('2026-05-04T06:00:00Z'),
    seller: { stateCode: 'IN-BR', gstStatus: 'registered' },
    ...{ toState: 'IN-BR', holdsTax: true, ...more },
  });
  const stole = { gstRateKey: 'fabric', value_paise: rupees(1_000), freight_paise: rupees(50), pieces: 1 };
  const quote = (more?: Partial<Deal>) => app.get(QuoteTax).of([stole], deal(more));

  test('R-6.4 freight follows its goods; within a State in halves, beyond it whole', () => {
    expect(quote()).toEqual([
      {
        ...{ rate_bp: 500, taxable_paise: rupees(1_000) },
        ...{ cgst_paise: rupees(25), sgst_paise: rupees(25), igst_paise: 0n },
      },
    ]);
    expect(quote({ toState: 'IN-DL' })[0]).toMatchObject({ cgst_paise: 0n, igst_paise: rupees(50) });
  });

  test('R-6.6 R-6.7 who is not registered charges no tax', () => {
    for (const gstStatus of ['composition', 'enrolled_unregistered', null] as const) {
      const [line] = quote({ seller: { stateCode: 'IN-BR', gstStatus } });
      expect(line).toMatchObject({ rate_bp: 0, taxable_paise: rupees(1_050), cgst_paise: 0n, igst_paise: 0n });
    }
  });

  test('R-6.10 the rate is of the day of the sale: before 22 September 2025 nuts bore twelve per cent', () => {
    const nuts = { ...stole, gstRateKey: 'dry_fruit', value_paise: rupees(1_120), freight_paise: 0n };
    const on = (day: string) =>
      app.get(QuoteTax).of([nuts], deal({ at: new Date(`${day}T06:00:00Z`), toState: 'IN-DL' }))[0]!.rate_bp;
    expect([on('2025-09-21'), on('2025-09-22')]).toEqual([1_200, 500]);
  });

  describe('what is kept when a sale is credited', () => {
    const sale = (more: Partial<CreditedSale> = {}): CreditedSale => ({
      cause: { kind: 'order', id: newId() } satisfies Cause,
      sellerId: newId(),
      ...{ payee: 'other', supply: 'intra', gross_paise: rupees(10_000), taxable_paise: rupees(10_000), ...more },
    });
    const kept = (row: z.ZodType, sql: string, of: string) =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.many(row, sql, [of])));
    const keeps = (one: CreditedSale) =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(Withhold).inside(tx, one)));

    const givesBack = (one: CreditedSale, part: UndonePart, id = newId()) =>
      app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) => app.get(TakeBack).inside(tx, { id, cause: one.cause, sellerId: one.sellerId, part })),
      );
    const half = (before_paise: bigint): UndonePart => ({ whole_paise: 2n, before_paise, now_paise: 1n });

    test('R-6.12 R-6.14 goods that come back in the month of their sale: what was kept of them is given back, once, to the paisa', async () => {
      const one = sale({ gross_paise: rupees(333), taxable_paise: rupees(333) });
      const all = await keeps(one);
      const [first, id] = [await givesBack(one, half(0n)), newId()];
      const second = await givesBack(one, half(1n), id);
      expect(await givesBack(one, half(1n), id)).toEqual(second);
      expect(first.total_paise + second.total_paise).toBe(all.total_paise);
      const year = z.object({ gross_paise: paiseColumn, income_tax_paise: paiseColumn });
      const sql = `select gross_paise, income_tax_paise from tax.seller_year where seller_id = $1`;
      expect(await kept(year, sql, one.sellerId)).toEqual([{ gross_paise: 0n, income_tax_paise: 0n }]);
    });

    test('R-6.12 R-6.14 in a later month: the collection lapses, income tax lowers what the next sales of the year bear', async () => {
      const one = sale();
      await keeps(one);
      await frozenClock.at(new Date('2026-06-02T06:00:00Z'));
      const nothing = { cgst_paise: 0n, sgst_paise: 0n, igst_paise: 0n, income_tax_paise: 0n, total_paise: 0n };
      expect(await givesBack(one, { whole_paise: 1n, before_paise: 0n, now_paise: 1n })).toEqual(nothing);
      const next = { sellerId: one.sellerId, gross_paise: rupees(15_000), taxable_paise: rupees(15_000) };
      expect(await keeps(sale(next))).toMatchObject({ cgst_paise: rupees(37.5), income_tax_paise: rupees(5) });
      expect(await keeps(sale(next))).toMatchObject({ income_tax_paise: rupees(15) });
      await frozenClock.at(new Date('2026-05-04T06:00:00Z'));
    });

    test('R-6.14 an individual’s year is counted anew: goods that came back are not part of it', async () => {
      const big = sale({ payee: 'individual', gross_paise: rupees(600_000), taxable_paise: 0n });
      expect(await keeps(big)).toMatchObject({ income_tax_paise: rupees(600) });
      await frozenClock.at(new Date('2026-06-02T06:00:00Z'));
      await givesBack(big, half(0n));
      const next = { ...big, cause: { kind: 'order' as const, id: newId() }, gross_paise: rupees(400_000) };
      expect(await keeps(next)).toMatchObject({ income_tax_paise: rupees(100) });
      await frozenClock.at(new Date('2026-05-04T06:00:00Z'));
    });

    test('R-6.12 of a sale nothing was kept of nothing is given back', async () => {
      expect(await givesBack(sale(), half(0n))).toMatchObject({ total_paise: 0n });
    });

    test('R-6.12 R-6.14 half a per cent and a tenth, written down with the rates of the day', async () => {
      const one = sale();
      expect(await keeps(one)).toEqual({
        ...{ cgst_paise: rupees(25), sgst_paise: rupees(25), igst_paise: 0n, income_tax_paise: rupees(10) },
        total_paise: rupees(60),
      });
      const row = z.object({ collected_bp: z.number(), financial_year: z.string(), income_tax_section: z.string() });
      const sql = `select collected_bp, financial_year, income_tax_section from tax.withholding where cause_id = $1`;
      expect(await kept(row, sql, one.cause.id)).toEqual([
        {
          ...{ collected_bp: 50, financial_year: '2026-27' },
          income_tax_section: 'Income-tax Act 2025, section 393(1) Table Sl. 8(v)',
        },
      ]);
    });

    test('R-6.12 an unregistered maker has nothing collected', async () => {
      expect(await keeps(sale({ payee: 'individual', taxable_paise: 0n }))).toMatchObject({ total_paise: 0n });
    });

    test('asked twice it keeps once', async () => {
      const one = sale();
      const first = await keeps(one);
      expect(await keeps(one)).toEqual(first);
      const sql = 'select gross_paise from tax.seller_year where seller_id = $1';
      expect(await kept(z.object({ gross_paise: paiseColumn }), sql, one.sellerId)).toEqual([
        { gross_paise: rupees(10_000) },
      ]);
    });

    test('R-6.14 twenty sales of one maker at once are one year: the limit is passed once, and caught up once', async () => {
      const sellerId = newId();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          keeps(sale({ sellerId, payee: 'individual', gross_paise: rupees(50_000), taxable_paise: 0n })),
        ),
      );
      const all = answers.map((one) => one.income_tax_paise).sort((a, b) => Number(a - b));
      expect(all.filter((one) => one === 0n)).toHaveLength(10);
      expect(all.at(-1)).toBe(rupees(550));
      expect(all.reduce((a, b) => a + b, 0n)).toBe(rupees(1_000));
    });
  });

  describe('R-6.9 the turnover of makers without registration', () => {
    const tx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
    const maker = (more: Partial<Watched> = {}): Watched => ({
      ...{ sellerId: newId(), stateCode: 'IN-BR', gstStatus: 'enrolled_unregistered', ...more },
    });
    const sells = (one: Watched, amount: bigint) =>
      tx(async (t) => {
        const cause = { kind: 'order', id: newId() } satisfies Cause;
        const sale = { cause, sellerId: one.sellerId, payee: 'individual', supply: 'intra' } as const;
        await app.get(Withhold).inside(t, { ...sale, gross_paise: amount, taxable_paise: 0n });
        await app.get(WatchTurnover).inside(t, one);
      });
    const told = ({ sellerId }: Watched) =>
      asOwner<{ name: string; share_bp: number }>(
        `select name, (payload ->> 'share_bp')::int as share_bp from platform.outbox
          where name like 'tax.turnover%' and payload ->> 'sellerId' = $1 order by id`,
        [sellerId],
      );
    const check = (one: Pick<Watched, 'sellerId' | 'gstStatus'>) =>
      app.as(personActor(), () => app.get(UnitOfWork).run((t) => app.get(SupplyGate).check(t, [one])));

    test('R-6.9 she is warned at 80 and 95 per cent, each once, and at the whole her new orders stop until she is registered', async () => {
      const one = maker(); // Bihar: 40 lakh a year
      await sells(one, rupees(32_00_000) - 1n);
      expect(await told(one)).toEqual([]);
      await sells(one, 1n);
      await sells(one, rupees(1_000));
      expect(await told(one)).toEqual([{ name: 'tax.turnover_near', share_bp: 8_000 }]);
      await sells(one, rupees(5_99_000));
      expect((await told(one)).at(-1)).toEqual({ name: 'tax.turnover_near', share_bp: 9_500 });
      await sells(one, rupees(2_00_000) - 1n);
      await check(one);
      await sells(one, 1n);
      expect((await told(one)).map((row) => row.name)).toEqual([
        ...['tax.turnover_near', 'tax.turnover_near', 'tax.turnover_full'],
      ]);
      await expect(check(one)).rejects.toMatchObject({ code: 'seller_turnover_reached' });
      await check({ ...one, gstStatus: 'registered' });
    });

    test('R-6.9 a leap over several marks is told once; the threshold is the State’s own; others are not watched', async () => {
      const manipur = maker({ stateCode: 'IN-MN' }); // 10 lakh
      await sells(manipur, rupees(10_00_000));
      expect(await told(manipur)).toEqual([{ name: 'tax.turnover_full', share_bp: 10_000 }]);
      for (const gstStatus of ['registered', 'composition', 'exempt', null] as const) {
        const other = maker({ gstStatus });
        await sells(other, rupees(90_00_000));
        expect(await told(other)).toEqual([]);
        await check(other);
      }
    });

    test('R-6.7 who went over the threshold last year is not let in this year either, the year after she is', async () => {
      const one = maker({ stateCode: 'IN-MN' });
      await sells(one, rupees(10_00_000));
      await frozenClock.at(new Date('2027-05-04T06:00:00Z'));
      await expect(check(one)).rejects.toMatchObject({ code: 'seller_turnover_reached' });
      await frozenClock.at(new Date('2028-05-04T06:00:00Z'));
      await check(one);
      await frozenClock.at(new Date('2026-05-04T06:00:00Z'));
    });

    test('R-6.6 R-6.7 before October 2023 neither composition dealers nor the unregistered sell through a platform', async () => {
      for (const gstStatus of ['composition', 'enrolled_unregistered'] as const) {
        await frozenClock.at(new Date('2023-09-30T18:29:59Z'));
        await expect(check(maker({ gstStatus }))).rejects.toMatchObject({ code: 'seller_not_through_operator' });
        await check(maker({ gstStatus: 'registered' }));
        await frozenClock.at(new Date('2023-09-30T18:30:01Z'));
        await check(maker({ gstStatus }));
      }
      await frozenClock.at(new Date('2026-05-04T06:00:00Z'));
    });
  });
});
