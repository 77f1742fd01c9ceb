import { z } from 'zod';
import { newId } from '#platform/kernel';
import { freshDatabase, frozenClock, personActor, textOfPdf } from '#platform/testing';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { IssueCertificates, PrintCertificate, ReadCertificates } from '#tax';
import { ClawBack, SettleEarning } from '../src/index.js';
import { Money } from './builders/money.js';

const firm: PayeeFacts = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' };
const artisan: PayeeFacts = { ...firm, class: 'artisan', gstStatus: 'exempt', payee: 'individual' };

/** Counts everything that was kept: it has a database of its own. */
describe('R-6.12 R-6.14 what was kept is certified as the ledger has it', () => {
  const money = new Money();
  const facts = new Map<string, PayeeFacts>();
  beforeAll(async () => {
    const database = await freshDatabase();
    process.env['DATABASE_URL'] = database.appUrl;
    process.env['DATABASE_OWNER_URL'] = database.ownerUrl;
    await money.open();
    money.app.get(PayeesQuery).of = async (_tx, sellerId) => facts.get(sellerId) ?? artisan;
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const maker = (its: PayeeFacts): string => {
    const sellerId = newId();
    facts.set(sellerId, its);
    return sellerId;
  };
  const sells = async (sellerId: string, amount_paise: bigint) => {
    const paid = await money.captured(amount_paise);
    const sale = {
      ...{ cause: { kind: 'order' as const, id: newId() }, paidFor: paid.cause, sellerId, toState: 'IN-BR' },
      ...{ paid_paise: amount_paise, coupon_paise: 0n, freight_paise: 0n },
      lines: [{ taxable_paise: amount_paise, rate_bp: 500 }],
    };
    await money.tx((tx) => money.app.get(SettleEarning).inside(tx, sale));
    return sale.cause;
  };
  const issues = () => money.app.asSystem(() => money.app.get(IssueCertificates).run());
  const row = z.object({ id: z.uuid(), kind: z.string(), number: z.string(), total_paise: z.coerce.bigint() });
  const all = () => money.tx((tx) => tx.many(row, `select * from tax.certificate order by number`));

  test('R-6.12 R-6.14 a quarter that is over: each maker once, numbers without gaps, sums to the paisa; on paper for her alone', async () => {
    const [first, second, small] = [maker(firm), maker(firm), maker(artisan)];
    await frozenClock.at(new Date('2026-10-05T06:00:00Z'));
    const before = [await money.balance('tcs_collected'), await money.balance('income_tax_withheld')] as const;
    const sale = await sells(first, 100_001n);
    await sells(second, 333_333n);
    await sells(small, 45_000n);
    await frozenClock.at(new Date('2026-12-31T18:29:00Z')); // the last minute of the quarter in India
    await sells(first, 77_777n);
    const undone = { id: newId(), cause: sale, paid_paise: 33_333n, coupon_paise: 0n, cameBack: true };
    await money.tx((tx) => money.app.get(ClawBack).inside(tx, undone));
    expect(await issues()).toBe(0);
    const kept = {
      collected: (await money.balance('tcs_collected')) - before[0],
      withheld: (await money.balance('income_tax_withheld')) - before[1],
    };
    await frozenClock.at(new Date('2026-12-31T18:31:00Z'));
    await sells(first, 50_000n); // of the next quarter

    expect(await Promise.all([issues(), issues()]).then(([a, b]) => a + b)).toBe(4);
    expect(await issues()).toBe(0);
    const issued = await all();
    expect(issued.map(({ number }) => number)).toEqual([
      ...['ITS/26-27/000001', 'ITS/26-27/000002', 'TCS/26-27/000001', 'TCS/26-27/000002'],
    ]);
    for (const kind of ['collected', 'withheld'] as const) {
      const sum = issued.reduce((total, one) => total + (one.kind === kind ? one.total_paise : 0n), 0n);
      expect([kind, sum]).toEqual([kind, kept[kind]]);
    }

    const read = (sellerId: string) =>
      money.app.as(personActor({ organisationId: sellerId }), () =>
        money.app.get(ReadCertificates).paper('collected', { year: '2026-27', period: 'Q3' }),
      );
    await expect(read(first)).rejects.toMatchObject({ code: 'tax_document_not_printed' });
    for (const { id } of issued) {
      await money.app.asSystem(() => money.app.get(PrintCertificate).run({ certificateId: id }));
      await money.app.asSystem(() => money.app.get(PrintCertificate).run({ certificateId: id }));
    }
    const { number, pdf } = await read(first);
    const said = textOfPdf(pdf).join('\n');
    for (const words of [number, '2026-27 Q3', '2026-10 1,000.01', '2026-12 444.44']) expect(said).toContain(words);
    await expect(read(small)).rejects.toMatchObject({ code: 'tax_document_not_found' });
    await expect(read(newId())).rejects.toMatchObject({ code: 'tax_document_not_found' });
    const page = { key: null, towards: 'next', limit: 10 } as never;
    const listed = await money.app.as(personActor({ organisationId: second }), () =>
      money.app.get(ReadCertificates).ofMaker(page),
    );
    expect(listed.map(({ kind }) => kind).sort()).toEqual(['collected', 'withheld']);
    expect(await money.app.as(personActor({}), () => money.app.get(ReadCertificates).ofDesk(small, page))).toEqual([]);
  });

  test('S-61 figures of a certificate are written once', async () => {
    const id = (await all())[0]!.id;
    const change = `update tax.certificate set total_paise = 1 where id = '${id}'`;
    await expect(money.tx((tx) => tx.run(change))).rejects.toThrow('permission denied');
  });

  test('R-6.14 after March the year is certified too, of income tax', async () => {
    await frozenClock.at(new Date('2027-03-31T18:31:00Z'));
    expect(await issues()).toBe(2 + 2);
    const year = await money.tx((tx) =>
      tx.many(row, `select * from tax.certificate where period = 'year' order by number`),
    );
    expect(year.map(({ kind }) => kind)).toEqual(['withheld', 'withheld']);
  });
});
