import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  DocumentsQuery,
  ExportReturns,
  IssueCreditNote,
  IssueDocument,
  TaxModule,
  type IssuedDocument,
  type SuppliedGoods,
} from '../src/index.js';
import { goldens, linesOf, type Golden } from './golden.js';

type Row = Record<string, string>;
const paise = (cell: string | undefined): bigint => rupees(Number(cell ?? 0));

describe('R-6.20 a maker’s month of outward supplies', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([TaxModule]);
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const sellerId = newId();
  const named = { supplier: { name: 'Meena', line: '1', place: 'Champanagar', pincode: '812001' }, recipient: null };
  const issues = async (of: Golden): Promise<SuppliedGoods> => {
    const parties = { sellerId, recipientId: newId(), fromState: of.from, toState: of.to };
    const given: SuppliedGoods = {
      ...{ cause: { kind: 'order', id: newId() }, ...parties, ...named, lines: linesOf(of) },
      ...{ sellerGst: of.status, gstin: null, countedChanges: [] },
    };
    await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(IssueDocument).inside(tx, given)));
    return given;
  };
  const credits = ({ cause, lines }: SuppliedGoods) =>
    app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(IssueCreditNote).inside(tx, { cause, changeId: newId(), lines })),
    );
  const owner = () => personActor({ organisationId: sellerId });
  const month = (of: string, who = owner()): Promise<Row[]> =>
    app.as(who, async () => parse(await text(await app.get(ExportReturns).outward(of, false)), { columns: true }));
  const papers = (of: string): Promise<IssuedDocument[]> =>
    app.as(owner(), () =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          app
            .get(DocumentsQuery)
            .ofMonth(tx, { sellerId, month: of }, { key: null, towards: 'next', limit: 100 } as never),
        ),
    );
  const sum = (rows: readonly Row[], column: string, ...sections: string[]): bigint =>
    rows.filter((row) => sections.includes(row['Section']!)).reduce((all, row) => all + paise(row[column]), 0n);

  test('R-6.20 R-6.25 every section adds up to the papers; a late note falls into the month of its date; months are India’s', async () => {
    await frozenClock.at(new Date('2026-11-30T18:00:00Z')); // 23:30 in India
    const given = [];
    for (const golden of goldens) given.push(await issues(golden));
    await credits(given[0]!);
    await frozenClock.at(new Date('2026-11-30T19:00:00Z')); // 00:30, the first of December
    await credits(given[1]!);

    const rows = await month('2026-11');
    const all = await papers('2026-11');
    expect(all).toHaveLength(goldens.length + 1);
    const total = (part: 'total_paise' | 'taxable_paise' | 'igst_paise' | 'cgst_paise' | 'sgst_paise') =>
      all.reduce((sum_, one) => sum_ + BigInt(one[part]) * (one.kind === 'credit_note' ? -1n : 1n), 0n);
    for (const [column, part] of [
      ['Taxable value', 'taxable_paise'],
      ['Integrated tax', 'igst_paise'],
      ['Central tax', 'cgst_paise'],
      ['State/UT tax', 'sgst_paise'],
      ['Total value', 'total_paise'],
    ] as const) {
      expect([column, sum(rows, column, 'b2cs', 'nil')]).toEqual([column, total(part)]);
      expect([column, sum(rows, column, 'hsn')]).toEqual([column, total(part)]);
      expect([column, sum(rows, column, 'tax_invoice', 'bill_of_supply', 'credit_note')]).toEqual([
        column,
        total(part),
      ]);
    }
    expect(rows.filter((row) => row['Section'] === 'docs')).toMatchObject([
      { Number: 'bill_of_supply', 'From number': 'BOS/26-27/000001', Count: '3' },
      { Number: 'credit_note', Count: '1' },
      { Number: 'tax_invoice', 'From number': 'INV/26-27/000001', 'To number': 'INV/26-27/000009', Count: '9' },
    ]);
    expect(rows.find((row) => row['Section'] === 'b2cs' && row['Rate %'] === '18')).toMatchObject({
      'Place of supply': '07-Delhi',
    });

    const next = (await month('2026-12')).filter((row) => row['Section'] !== 'docs');
    expect(next.map((row) => [row['Section'], row['Total value']])).toEqual([
      ['b2cs', '-2499'],
      ['hsn', '-2499'],
      ['credit_note', '-2499'],
    ]);
    expect(next.at(-1)).toMatchObject({ Date: '01-12-2026', 'Of the invoice': 'INV/26-27/000002' });
  });

  test('S-42 another shop’s month is its own', async () => {
    expect(await month('2026-11', personActor({ organisationId: newId() }))).toEqual([]);
  });
});
