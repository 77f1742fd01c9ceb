import { z } from 'zod';
import { newId } from '#platform/kernel';
import { frozenClock, personActor, textOfPdf } from '#platform/testing';
import { IssueCertificates, PrintCertificate, ReadCertificates } from '#tax';
import { artisan, firm, Sales } from './builders/sales.js';

/** Counts everything that was kept: it has a database of its own. */
describe('R-6.12 R-6.14 what was kept is certified as the ledger has it', () => {
  const sales = new Sales();
  const { money } = sales;
  beforeAll(() => sales.open());
  afterAll(() => sales.close());

  const issues = () => money.app.asSystem(() => money.app.get(IssueCertificates).run());
  const row = z.object({ id: z.uuid(), kind: z.string(), number: z.string(), total_paise: z.coerce.bigint() });
  const all = () => money.tx((tx) => tx.many(row, `select * from tax.certificate order by number`));

  test('R-6.12 R-6.14 a quarter that is over: each maker once, numbers without gaps, sums to the paisa; on paper for her alone', async () => {
    const [first, second, small] = [sales.maker(firm), sales.maker(firm), sales.maker(artisan)];
    await frozenClock.at(new Date('2026-10-05T06:00:00Z'));
    const before = [await money.balance('tcs_collected'), await money.balance('income_tax_withheld')] as const;
    const sale = await sales.sells(first, 100_001n);
    await sales.sells(second, 333_333n);
    await sales.sells(small, 45_000n);
    await frozenClock.at(new Date('2026-12-31T18:29:00Z')); // the last minute of the quarter in India
    await sales.sells(first, 77_777n);
    await sales.comesBack(sale, 33_333n);
    expect(await issues()).toBe(0);
    const kept = {
      collected: (await money.balance('tcs_collected')) - before[0],
      withheld: (await money.balance('income_tax_withheld')) - before[1],
    };
    await frozenClock.at(new Date('2026-12-31T18:31:00Z'));
    await sales.sells(first, 50_000n); // of the next quarter

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
