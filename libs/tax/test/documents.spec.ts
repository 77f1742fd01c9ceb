import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import { rupees } from '#platform/money';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  DocumentsQuery,
  IssueCreditNote,
  IssueDocument,
  remarkOf,
  stateTaxName,
  TaxModule,
  titleOf,
  type CreditedChange,
  type SuppliedGoods,
  ForgetPapers,
} from '../src/index.js';
import { creditLines } from '../src/domain/credit.js';
import { documentNumber } from '../src/domain/document-number.js';
import { sumOf } from '../src/domain/document.js';
import { goldens, linesOf, type Golden } from './golden.js';

describe('R-6.21 numbers', () => {
  test.each([
    ['tax_invoice', '2026-27', 1, 'INV/26-27/000001'],
    ['bill_of_supply', '2026-27', 999_999, 'BOS/26-27/999999'],
    ['credit_note', '2099-00', 42, 'CRN/99-00/000042'],
    ['debit_note', '2026-27', 7, 'DBN/26-27/000007'],
  ] as const)('R-6.21 %s of %s, the %p. one, bears %s', (kind, year, n, number) => {
    expect(documentNumber(kind, year, n)).toBe(number);
    expect(number).toMatch(/^[A-Z1-9][A-Z0-9/-]{0,15}$/);
  });

  test('R-6.21 there is no place before the first and none after the last', () => {
    for (const n of [0, 1_000_000]) expect(() => documentNumber('tax_invoice', '2026-27', n)).toThrow();
  });
});

describe('R-6.25 what a credit note says', () => {
  const invoiced = linesOf(goldens[6]!);
  const part = { ...invoiced[0]!, quantity: 1 };
  test('R-6.25 a line is called and rated as it was invoiced', () => {
    const { lineId, quantity, title: _, hsn: __, uqc: ___, rate_bp: ____, ...amounts } = part;
    expect(creditLines(invoiced, [{ lineId, quantity, ...amounts }])).toEqual([part]);
  });

  test('R-6.25 nothing is credited that was not invoiced, nor more pieces', () => {
    expect(() => creditLines(invoiced, [{ ...part, lineId: newId() }])).toThrow();
    expect(() => creditLines(invoiced, [{ ...part, quantity: 2 }])).toThrow();
  });
});

describe('papers of the tax', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([TaxModule]);
    await frozenClock.at(new Date('2026-11-23T06:00:00Z'));
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const order = (): Cause => ({ kind: 'order', id: newId() });
  const recipient = { name: 'Farah Test', street: '1 Test Road', pincode: '110001' };
  const supplier = { name: 'Meena Devi Silk Works', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' };
  const goods = (of: Golden, change: Partial<SuppliedGoods> = {}): SuppliedGoods => ({
    ...{ cause: order(), sellerId: newId(), recipientId: newId(), supplier, recipient },
    ...{ fromState: of.from, toState: of.to, sellerGst: of.status, gstin: null, countedChanges: [] },
    ...{ lines: linesOf(of), ...change },
  });
  /** Issues it for a shopper who has a key. */
  const issues = (of: SuppliedGoods) =>
    inTx(async (tx) => {
      await app.get(SubjectKeys).of(tx, of.recipientId);
      return app.get(IssueDocument).inside(tx, of);
    });
  const credits = (change: CreditedChange) => inTx((tx) => app.get(IssueCreditNote).inside(tx, change));
  const papers = (cause: Cause) => inTx((tx) => app.get(DocumentsQuery).ofCause(tx, cause));

  test.each(goldens)('R-6.20 R-6.24 golden: $name', async (golden) => {
    const given = goods(golden);
    const { number } = await issues(given);
    const [paper, ...others] = await papers(given.cause);
    expect(others).toEqual([]);
    const { says } = golden;
    expect(number).toBe(`${says.prefix}/26-27/000001`);
    expect(paper).toMatchObject({
      ...{ number, supplier, recipient, from_state: golden.from, to_state: golden.to, corrects: null },
      taxable_paise: String(rupees(says.taxable)),
      cgst_paise: String(rupees(says.cgst)),
      sgst_paise: String(rupees(says.sgst)),
      igst_paise: String(rupees(says.igst)),
      total_paise: String(rupees(says.total)),
      platform_paise: String(rupees(says.platform)),
    });
    expect(titleOf(paper!.kind, paper!.lines)).toBe(says.title);
    expect(paper!.lines.map((line) => line.quantity)).toEqual(golden.goods.map(({ pieces }) => pieces));
  });

  test('R-6.2 R-6.6 a Territory’s half has a name of its own, a composition dealer’s bill a sentence', () => {
    expect([stateTaxName('IN-CH'), stateTaxName('IN-BR')]).toEqual(['UTGST', 'SGST']);
    expect(remarkOf('composition')).toContain('not eligible to collect tax');
    expect(remarkOf('registered')).toBeNull();
  });

  test('R-6.24 amounts keep their paise', () => {
    const lines = linesOf({ ...goldens[2]!, goods: [goldens[2]!.goods[0]!, goldens[2]!.goods[0]!] });
    expect(sumOf(lines)).toMatchObject({ taxable_paise: 190_284n, cgst_paise: 4_758n, total_paise: 199_800n });
  });

  test('S-61 R-6.21 fifty at once, some of which fail: no gap, no number twice; asked again each answers its own', async () => {
    const sellerId = newId();
    const given = Array.from({ length: 50 }, () => goods(goldens[0]!, { sellerId }));
    const dies = given.map((_, i) => i % 5 === 4);
    const issued = await Promise.allSettled(
      given.map((each, i) =>
        inTx(async (tx) => {
          const paper = await app.get(IssueDocument).inside(tx, each);
          if (dies[i]) throw new Error('the transaction dies');
          return paper.number;
        }),
      ),
    );
    const numbers = issued.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => documentNumber('tax_invoice', '2026-27', i + 1)));
    expect((await issues(given[0]!)).number).toBe((await papers(given[0]!.cause))[0]!.number);
    const rest = await Promise.all(given.filter((_, i) => dies[i]).map(async (each) => (await issues(each)).number));
    expect(rest.sort()).toEqual(Array.from({ length: 10 }, (_, i) => documentNumber('tax_invoice', '2026-27', i + 41)));
  });

  test('R-6.21 series are per GSTIN, kind and financial year: one registration of two shops counts once, April begins anew', async () => {
    const gstin = `10AAAPD${newId().slice(-4).toUpperCase()}C1Z5`;
    const shops = [newId(), newId()];
    const numbers = [];
    for (const sellerId of shops) numbers.push((await issues(goods(goldens[0]!, { gstin, sellerId }))).number);
    numbers.push((await issues(goods(goldens[5]!, { gstin, sellerId: shops[0]! }))).number);
    await frozenClock.at(new Date('2027-03-31T18:30:00Z')); // the first of April in India
    numbers.push((await issues(goods(goldens[0]!, { gstin, sellerId: shops[0]! }))).number);
    await frozenClock.at(new Date('2026-11-23T06:00:00Z'));
    expect(numbers).toEqual(['INV/26-27/000001', 'INV/26-27/000002', 'BOS/26-27/000001', 'INV/27-28/000001']);
    const small = `update tax.document set number = lower(number) where issuer = '${gstin}'`;
    await expect(asOwner(`set local odop.scope = 'system'; ${small}`)).rejects.toThrow('document_number_form');
  });

  test('R-6.25 what comes back has one note, of today and of its invoice; what the invoice left out has none', async () => {
    const counted = newId();
    const given = goods(goldens[0]!, { countedChanges: [counted] });
    const first = await issues(given);
    const { title: _, hsn: __, uqc: ___, rate_bp: ____, ...all } = given.lines[0]!;
    const change = { cause: given.cause, changeId: newId(), lines: [all] };
    expect(await credits({ ...change, changeId: counted })).toBeNull();
    expect(await credits({ ...change, cause: order() })).toBeNull();
    await frozenClock.at(new Date('2026-12-02T06:00:00Z'));
    const note = await credits(change);
    expect(await credits(change)).toEqual(note);
    await frozenClock.at(new Date('2026-11-23T06:00:00Z'));
    const [invoice, paper, ...others] = await papers(given.cause);
    expect(others).toEqual([]);
    expect(paper).toMatchObject({
      ...{ kind: 'credit_note', number: 'CRN/26-27/000001', change_id: change.changeId, supplier, recipient },
      ...{ corrects: { number: first.number, issued_at: invoice!.issued_at }, total_paise: invoice!.total_paise },
      issued_at: new Date('2026-12-02T06:00:00Z'),
    });
    expect(paper!.lines).toMatchObject([{ title: 'Silk stole 1', hsn: '6214', rate_bp: 500, cgst_paise: '2500' }]);
  });

  test('S-42 S-43 the maker and the shopper read it, and nobody else; a month of hers in pages', async () => {
    const given = goods(goldens[0]!);
    await issues(given);
    const reads = (actor: ReturnType<typeof personActor>) =>
      app.as(actor, () => app.get(UnitOfWork).run((tx) => app.get(DocumentsQuery).ofCause(tx, given.cause)));
    expect(await reads(personActor({ organisationId: given.sellerId }))).toHaveLength(1);
    expect(await reads(personActor({ personId: given.recipientId }))).toHaveLength(1);
    expect(await reads(personActor({}))).toEqual([]);
    const page = { key: null, towards: 'next', limit: 10 } as never;
    const month = (of: string) =>
      inTx((tx) => app.get(DocumentsQuery).ofMonth(tx, { sellerId: given.sellerId, month: of }, page));
    expect((await month('2026-11')).map(({ cause_id }) => cause_id)).toEqual([given.cause.id]);
    expect([await month('2026-10'), await month('2026-12')]).toEqual([[], []]);
  });

  test('S-61 hostile names stay names', async () => {
    const hostile = { name: `"><script>alert('1')</script>`, street: '=HYPERLINK("x"),{{7*7}}\n1', pincode: '110001' };
    const given = goods(goldens[1]!, { recipient: hostile });
    await issues(given);
    expect((await papers(given.cause))[0]!.recipient).toEqual(hostile);
  });

  test('S-66 R-9.20 a paper outlives the accounts of its parties by law, its names its year by eight years', async () => {
    const given = goods(goldens[1]!, {});
    const { number } = await issues(given);
    await inTx(async (tx) => {
      for (const party of [given.recipientId, given.sellerId]) await app.get(SubjectKeys).destroy(tx, party);
    });
    const named = { number, supplier, recipient: given.recipient, total_paise: '249900' };
    expect((await papers(given.cause))[0]).toMatchObject(named);
    const forgets = () => app.asSystem(() => app.get(ForgetPapers).run());
    await frozenClock.at(new Date('2035-03-31T18:29:59Z'));
    await forgets();
    expect((await papers(given.cause))[0]).toMatchObject(named);
    await frozenClock.at(new Date('2035-03-31T18:30:00Z'));
    expect([(await forgets()) > 0, await forgets()]).toEqual([true, 0]);
    expect((await papers(given.cause))[0]).toMatchObject({ ...named, supplier: null, recipient: null });
    await frozenClock.at(new Date('2026-11-23T06:00:00Z'));
  });

  test('S-61 nothing changes what was issued, and what was changed behind the service is noticed', async () => {
    const given = goods(goldens[0]!);
    const { id } = await issues(given);
    for (const sql of [
      `update tax.document set total_paise = 1 where id = '${id}'`,
      `delete from tax.document_line where document_id = '${id}'`,
    ]) {
      await expect(inTx((tx) => tx.run(sql))).rejects.toThrow('permission denied');
    }
    const line = `update tax.document_line set title = 'Gold' where document_id = '${id}'`;
    await asOwner(`set local odop.scope = 'system'; ${line}`);
    await expect(papers(given.cause)).rejects.toThrow('a document says what it said when it was issued');
    const back = `update tax.document_line set title = 'Silk stole 1' where document_id = '${id}'`;
    await asOwner(`set local odop.scope = 'system'; ${back}`);
    expect(await papers(given.cause)).toHaveLength(1);
  });

  test('S-63 names and addresses are nowhere in clear', async () => {
    const given = goods(goldens[0]!);
    const { id } = await issues(given);
    const sql = `select d::text || l::text as text from tax.document d join tax.document_line l on l.document_id = d.id where d.id = $1`;
    const rows = await inTx((tx) => tx.many(z.object({ text: z.string() }), sql, [id]));
    for (const words of ['Farah', 'Test Road', 'Weavers', 'Meena']) expect(rows[0]!.text).not.toContain(words);
  });
});
