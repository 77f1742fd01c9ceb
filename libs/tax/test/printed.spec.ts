import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { SubjectKeys } from '#platform/crypto';
import { newId } from '#platform/kernel';
import { PrintHouse } from '#platform/print';
import { ObjectStore } from '#platform/storage';
import { rupees as rupees_ } from '#platform/money';
import {
  asOwner,
  boot,
  codesOfPdf,
  frozenClock,
  pdfAFaults,
  personActor,
  textOfPdf,
  type Booted,
} from '#platform/testing';
import {
  DeclareTurnover,
  IssueCreditNote,
  IssueDocument,
  PrintDocument,
  ReadPrinted,
  TaxModule,
  type PrintedDocument,
  type SuppliedGoods,
} from '../src/index.js';
import { paperKeyOf } from '../src/domain/document-parties.js';
import { gstinIn } from './builders/registered-paper.js';
import { goldens, linesOf, type Golden } from './golden.js';

describe('R-6.20 papers of the tax are printed', () => {
  let app: Booted;
  beforeAll(async () => {
    process.env['PLATFORM_UPI'] = 'odop@example';
    app = await boot([TaxModule]);
    await frozenClock.at(new Date('2026-11-23T06:00:00Z'));
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const supplier = { name: 'मीना देवी हथकरघा', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' };
  const recipient = { name: 'फ़राह क्षत्रिय', street: '1 Test Road', pincode: '110001' };
  const goods = (of: Golden, change: Partial<SuppliedGoods> = {}): SuppliedGoods => ({
    ...{ cause: { kind: 'order', id: newId() }, sellerId: newId(), recipientId: newId(), supplier, recipient },
    ...{ fromState: of.from, toState: of.to, sellerGst: of.status, gstin: null, countedChanges: [] },
    ...{ lines: linesOf(of), ...change },
  });
  const issues = (of: SuppliedGoods) =>
    app.asSystem(() =>
      app.get(UnitOfWork).run(async (tx) => {
        await app.get(SubjectKeys).of(tx, of.recipientId);
        return app.get(IssueDocument).inside(tx, of);
      }),
    );
  const prints = (documentId: string, edition: 'named' | 'unnamed' = 'named') =>
    app.asSystem(() => app.get(PrintDocument).run({ documentId, edition }));
  const shopper = (of: SuppliedGoods) => personActor({ personId: of.recipientId });
  const maker = (of: SuppliedGoods) => personActor({ organisationId: of.sellerId });
  const reads = (id: string, who: ReturnType<typeof personActor>, as: 'ofShopper' | 'ofMaker' | 'ofDesk') =>
    app.as(who, () => app.get(ReadPrinted)[as](id));
  const said = ({ pdf }: PrintedDocument): string => textOfPdf(pdf).join('\n');
  const rupees = (amount: number): string =>
    `₹${amount.toLocaleString('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const fileRow = z.object({ edition: z.string(), sha256: z.instanceof(Buffer), storage_key: z.string() });
  const files = (id: string) =>
    app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => tx.many(fileRow, `select * from tax.document_file where document_id = $1 order by edition`, [id])),
    );

  test.each(goldens)('R-6.20 golden on paper: $name', async (golden) => {
    const given = goods(golden);
    const { id, number } = await issues(given);
    await prints(id);
    const printed = await reads(id, shopper(given), 'ofShopper');
    expect(pdfAFaults(printed.pdf)).toEqual([]);
    const text = said(printed);
    const { says } = golden;
    for (const words of [
      ...[says.title, number, '23-11-2026', supplier.name, '14 Weavers Lane', recipient.name, '1 Test Road', '110001'],
      ...['Silk stole 1', '6214', rupees(says.total), 'Place of supply आपूर्ति का स्थान', 'Unregistered अपंजीकृत'],
    ]) {
      expect(text).toContain(words.normalize('NFC'));
    }
    if (says.cgst > 0) {
      const half = golden.to === 'IN-CH' ? 'UTGST' : 'SGST';
      expect(text).toContain(`CGST केंद्रीय कर ${rupees(says.cgst)}`);
      expect(text).toContain(`${half} राज्य कर ${rupees(says.sgst)}`);
    }
    if (says.igst > 0) expect(text).toContain(`IGST एकीकृत कर ${rupees(says.igst)}`);
    if (says.platform > 0) expect(text).toContain(rupees(says.platform));
    expect(text.includes('Taxable value')).toBe(says.prefix === 'INV');
    expect(text.includes('not eligible to collect tax')).toBe(golden.status === 'composition');
    expect(text).toContain('In words:');
    expect(text).toContain('शब्दों में:');
  });

  test('R-6.20 an invoice to a consumer of a maker of such a size, to be paid at the door, bears a code to pay', async () => {
    const gstin = gstinIn('IN-BR');
    const at = (when: 'before' | 'at_door', change: Partial<SuppliedGoods> = {}) =>
      goods(goldens[10]!, { gstin, payment: { when, reference: 'ODB-1' }, ...change });
    const sells = (of: SuppliedGoods, crores: number) =>
      app.as(maker(of), () => app.get(DeclareTurnover).run(rupees_(crores * 1_00_00_000)));
    const codes = async (of: SuppliedGoods): Promise<string[]> => {
      const { id } = await issues(of);
      await prints(id);
      return codesOfPdf((await reads(id, shopper(of), 'ofShopper')).pdf);
    };
    const large = at('at_door');
    await sells(large, 501);
    const [code, ...others] = await codes(large);
    expect(others).toEqual([]);
    expect(new URL(code!).searchParams.get('am')).toBe('850.00');
    expect(new URL(code!).searchParams.get('pa')).toBe('odop@example');
    expect(await codes(at('before', { sellerId: large.sellerId }))).toEqual([]);
    const small = at('at_door');
    await sells(small, 500);
    expect(await codes(small)).toEqual([]);
  });

  test('R-6.20 amounts stand in words too, in both languages', async () => {
    const given = goods(goldens[1]!);
    const { id } = await issues(given);
    await prints(id);
    const text = said(await reads(id, shopper(given), 'ofShopper'));
    expect(text).toContain('In words: two thousand four hundred ninety-nine rupees only');
    expect(text).toContain('शब्दों में: दो हज़ार चार सौ निन्यानवे रुपये मात्र'.normalize('NFC'));
    expect(text).toContain('07 Delhi दिल्ली');
  });

  test('R-6.25 a credit note names its invoice', async () => {
    const given = goods(goldens[0]!);
    const invoice = await issues(given);
    const { title: _, hsn: __, uqc: ___, rate_bp: ____, ...all } = given.lines[0]!;
    const note = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => app.get(IssueCreditNote).inside(tx, { cause: given.cause, changeId: newId(), lines: [all] })),
    );
    await prints(note!.id);
    const text = said(await reads(note!.id, shopper(given), 'ofShopper'));
    expect(text).toContain('Credit note जमा पत्र');
    expect(text).toContain(`Of the invoice मूल बीजक: ${invoice.number}, 23-11-2026`);
  });

  test('S-13 S-61 printed twice, and twice at once, there is one file; its fingerprint is kept', async () => {
    const given = goods(goldens[0]!);
    const { id } = await issues(given);
    await Promise.all([prints(id), prints(id)]);
    await prints(id);
    const kept = await files(id);
    expect(kept.map(({ edition }) => edition)).toEqual(['named']);
    const { pdf } = await reads(id, shopper(given), 'ofShopper');
    expect(createHash('sha256').update(pdf).digest().equals(kept[0]!.sha256)).toBe(true);
    const stored = await app.get(ObjectStore).get(kept[0]!.storage_key);
    expect(stored!.includes('%PDF')).toBe(false);
    await expect(asService(`update tax.document_file set size_bytes = 1 where document_id = '${id}'`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('R-6.20 asked for before it is printed: refused for now, and ordered for good', async () => {
    const given = goods(goldens[0]!);
    const { id, number } = await issues(given);
    const asked = reads(id, shopper(given), 'ofShopper');
    await expect(asked).rejects.toMatchObject({ code: 'tax_document_not_printed', facts: { number } });
    const waiting = await asOwner(
      `select 1 from platform.outbox where name = 'tax.print-document' and payload->>'documentId' = $1`,
      [id],
    );
    expect(waiting.length).toBeGreaterThan(0);
  });

  test('S-42 S-63 read by the two whose it is; the maker’s looks are written down; the desk sees no name', async () => {
    const given = goods(goldens[0]!);
    const { id } = await issues(given);
    await prints(id);
    await prints(id, 'unnamed');
    expect(said(await reads(id, maker(given), 'ofMaker'))).toContain(recipient.name.normalize('NFC'));
    const looks = await asOwner(`select 1 from platform.audit where action = 'tax.document_read' and object_id = $1`, [
      id,
    ]);
    expect(looks).toHaveLength(1);
    const desk = said(await reads(id, personActor({}), 'ofDesk'));
    expect(desk).not.toContain(recipient.name.normalize('NFC'));
    expect(desk).not.toContain('1 Test Road');
    expect(desk).toContain(supplier.name);
    for (const [who, as] of [
      [maker(given), 'ofShopper'],
      [shopper(given), 'ofMaker'],
      [personActor({}), 'ofShopper'],
      [personActor({ organisationId: newId() }), 'ofMaker'],
    ] as const) {
      await expect(reads(id, who, as)).rejects.toMatchObject({ code: 'tax_document_not_found' });
    }
  });

  test('S-66 R-9.20 the file outlives the accounts of its parties by law, and is gone with the names of its year', async () => {
    const given = goods(goldens[0]!);
    const { id, number } = await issues(given);
    await prints(id);
    const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
    await inTx((tx) => app.get(SubjectKeys).destroy(tx, given.recipientId));
    expect(said(await reads(id, maker(given), 'ofMaker'))).toContain(recipient.name.normalize('NFC'));
    await inTx((tx) => app.get(SubjectKeys).destroy(tx, paperKeyOf(given.sellerId, '2026-27')));
    const late = reads(id, maker(given), 'ofMaker');
    await expect(late).rejects.toMatchObject({ code: 'tax_document_forgotten', facts: { number } });
    await prints(id, 'unnamed');
    expect((await files(id)).map(({ edition }) => edition)).toEqual(['named']);
  });

  test('S-66 who was erased before her goods were packed is on no copy', async () => {
    const given = goods(goldens[0]!, { recipient: null });
    const { id } = await issues(given);
    await prints(id);
    const text = said(await reads(id, maker(given), 'ofMaker'));
    expect(text).not.toContain('1 Test Road');
    expect(text).toContain(supplier.name);
    expect((await files(id)).map(({ edition }) => edition)).toEqual(['unnamed']);
  });

  test('S-61 hostile names stay names on paper', async () => {
    const hostile = { name: `"><script>alert('1')</script>`, street: '=HYPERLINK("x") ) ET /JS', pincode: '110001' };
    const given = goods(goldens[1]!, { recipient: hostile });
    const { id } = await issues(given);
    await prints(id);
    const { pdf } = await reads(id, shopper(given), 'ofShopper');
    expect(textOfPdf(pdf).join('\n')).toContain(hostile.name);
    expect(textOfPdf(pdf).join('\n')).toContain(hostile.street);
  });

  test('S-15 the printer killed at work: the job is tried again and ends with one file', async () => {
    const given = goods(goldens[0]!);
    const { id } = await issues(given);
    const press = app.get(PrintHouse);
    const failing = prints(id);
    const killer = setInterval(() => press.pid !== null && process.kill(press.pid, 'SIGKILL'), 5);
    await expect(failing).rejects.toThrow('no paper was printed');
    clearInterval(killer);
    await prints(id);
    expect(await files(id)).toHaveLength(1);
  });

  const asService = (sql: string) => app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.many(z.unknown(), sql)));
});
