import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { IrpSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, textOfPdf, type Booted } from '#platform/testing';
import {
  AgreeDebitNote,
  AskDebitNote,
  DebitRequests,
  DeclareTurnover,
  DocumentsQuery,
  EndDebitRequest,
  ExportReturns,
  IssueCreditNote,
  IssueDocument,
  PrintDocument,
  ReadPrinted,
  RegisterInvoice,
  TaxModule,
  type AskedDebit,
  type IssuedDocument,
  type SuppliedGoods,
} from '../src/index.js';
import { paperKeyOf } from '../src/domain/document-parties.js';
import { documentNumber } from '../src/domain/document-number.js';
import { businessSupply } from './builders/business-supply.js';
import { goldens, linesOf } from './golden.js';

/** Two garments of ₹2,999 that stood as shawls: five per cent instead of eighteen. */
const garments = () => linesOf({ ...goldens[1]!, goods: [{ pieces: 2, price: 2_999, rate_bp: 500 }] });
const wish = { n: 1, hsn: '620442', gstRateKey: 'apparel', value_paise: '0' };
const reason = 'The garments stood under the code of shawls.';
/** Of ₹5,998 that held all taxes, 18 % inside less what was charged. */
const missing_paise = 91_495n - 28_562n;

describe('R-6.25 S-28 debit notes', () => {
  const portal = new IrpSimulator();
  let app: Booted;
  const at = new Date('2026-11-23T06:00:00Z');
  beforeAll(async () => {
    await portal.start({ secretKey: 'key of this test' });
    Object.assign(process.env, { IRP_URL: portal.url, IRP_KEY: 'key of this test' });
    app = await boot([TaxModule]);
    await frozenClock.at(at);
  });
  afterEach(() => frozenClock.at(at));
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
    await portal.stop();
  });

  const officer = () => personActor({ secondFactorAt: new Date() });
  const [first, second, third] = [officer(), officer(), officer()];
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  async function issued(change: Partial<SuppliedGoods> = {}) {
    const of = businessSupply({ lines: garments(), ...change });
    return { ...(await inTx((tx) => app.get(IssueDocument).inside(tx, of))), of };
  }
  const asks = (documentId: string, change: Partial<AskedDebit> = {}, who = first) =>
    app.as(who, () => app.get(AskDebitNote).run({ documentId, wishes: [wish], reason, ...change }));
  const agrees = (id: string, who = second) => app.as(who, () => app.get(AgreeDebitNote).run(id));
  const ends = (id: string, who = second) => app.as(who, () => app.get(EndDebitRequest).run(id, 'Looked at it again.'));
  const papers = ({ cause }: SuppliedGoods): Promise<IssuedDocument[]> =>
    inTx((tx) => app.get(DocumentsQuery).ofCause(tx, cause));
  const creditsBack = (of: SuppliedGoods, quantity: number) =>
    inTx((tx) => {
      const { title: _, hsn: __, uqc: ___, rate_bp: ____, ...line } = of.lines[0]!;
      const half = (amount: bigint) => (amount * BigInt(quantity)) / 2n;
      const part = {
        ...{ lineId: line.lineId, quantity, gross_paise: half(line.gross_paise), igst_paise: half(line.igst_paise) },
        ...{ discount_paise: 0n, freight_paise: 0n, cgst_paise: 0n, sgst_paise: 0n, platform_paise: 0n },
        taxable_paise: half(line.gross_paise) - half(line.igst_paise),
      };
      return app.get(IssueCreditNote).inside(tx, { cause: of.cause, changeId: newId(), lines: [part] });
    });

  test('R-6.21 R-6.25 asked for by one, agreed to by another: a note of its own day and series, of what was missing', async () => {
    const { id, number, of } = await issued();
    const request = await asks(id);
    expect(request).toMatchObject({ state: 'asked', number, note: null, reason, asked_by: first.personId });
    expect(await papers(of)).toHaveLength(1);
    await frozenClock.at(new Date('2026-12-02T06:00:00Z'));
    const settled = await agrees(request.id);
    expect(settled).toMatchObject({ state: 'issued', note: 'DBN/26-27/000001', decided_by: second.personId });
    const [invoice, note, ...others] = await papers(of);
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      ...{ kind: 'debit_note', number: 'DBN/26-27/000001', corrects: { number, issued_at: invoice!.issued_at } },
      ...{ supplier: of.supplier, recipient: of.recipient, recipient_gstin: of.recipientGstin, eInvoice: null },
      ...{ taxable_paise: '0', igst_paise: missing_paise.toString(), total_paise: missing_paise.toString() },
    });
    expect(note!.lines).toMatchObject([{ hsn: '620442', rate_bp: 1_800, quantity: 2, title: 'Silk stole 1' }]);
    const told = await asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'tax.debit_note_issued' and payload->>'documentId' = $1`,
      [note!.id],
    );
    expect(told).toMatchObject([
      { payload: { sellerId: of.sellerId, invoice: number, tax_paise: Number(missing_paise) } },
    ]);

    const maker = personActor({ organisationId: of.sellerId });
    const csv = await app.as(maker, async () => text(await app.get(ExportReturns).outward('2026-12', false)));
    const rows = parse<Record<string, string>>(csv, { columns: true });
    const amounts = { 'Taxable value': '0', 'Integrated tax': '629.33', 'Total value': '629.33' };
    expect(rows).toMatchObject([
      { Section: 'b2b', 'Rate %': '18', 'GSTIN of recipient': of.recipientGstin, ...amounts },
      { Section: 'hsn', HSN: '620442', Quantity: '0', ...amounts },
      { Section: 'docs', Number: 'debit_note', 'From number': 'DBN/26-27/000001', Count: '1' },
      { Section: 'debit_note', 'Of the invoice': number, Date: '02-12-2026', ...amounts },
    ]);

    await app.asSystem(() => app.get(PrintDocument).run({ documentId: note!.id, edition: 'named' }));
    const shopper = personActor({ personId: of.recipientId });
    for (const read of [
      () => app.as(maker, () => app.get(ReadPrinted).ofMaker(note!.id)),
      () => app.as(shopper, () => app.get(ReadPrinted).ofShopper(note!.id)),
    ]) {
      const words = textOfPdf((await read()).pdf).join('\n');
      for (const said of ['Debit note नामे नोट', 'DBN/26-27/000001', number, '620442', '629.33', 'Meena Devi'])
        expect(words).toContain(said);
    }
  });

  test('R-6.22 the portal has the note of a large maker’s invoice as DBN, also when she says less of her turnover since', async () => {
    const supply = businessSupply({ lines: garments() });
    const declares = (crore: number) =>
      app.as(personActor({ organisationId: supply.sellerId }), () =>
        app.get(DeclareTurnover).run(rupees(crore * 1_00_00_000)),
      );
    await declares(6);
    const { id, of } = await issued(supply);
    await app.asSystem(() => app.get(RegisterInvoice).run({ documentId: id }));
    await declares(1);
    await agrees((await asks(id)).id);
    const note = (await papers(of))[1]!;
    expect(note.eInvoice?.state).toBe('waiting');
    await app.asSystem(() => app.get(RegisterInvoice).run({ documentId: note.id }));
    expect((await papers(of))[1]!.eInvoice).toEqual({ state: 'registered', refusal: null });
    const said = (portal.state().invoices as { signedQr: string }[]).map(({ signedQr }) =>
      Buffer.from(signedQr.split('.')[1]!, 'base64url').toString(),
    );
    expect(said.filter((one) => one.includes(of.gstin!) && one.includes('DBN'))).toHaveLength(1);
  });

  test('S-28 nobody agrees to what she asked for herself, without her second factor, twice, or as a machine', async () => {
    const { id } = await issued();
    const machine = () => app.asSystem(() => app.get(AskDebitNote).run({ documentId: id, wishes: [wish], reason }));
    await expect(machine()).rejects.toMatchObject({ code: 'debit_needs_person' });
    const request = await asks(id);
    await expect(agrees(request.id, first)).rejects.toMatchObject({ code: 'own_debit_request' });
    await expect(agrees(request.id, personActor({}))).rejects.toMatchObject({ code: 'second_factor_needed' });
    await expect(agrees(newId())).rejects.toMatchObject({ code: 'debit_request_unknown' });
    await agrees(request.id);
    await expect(agrees(request.id, third)).rejects.toMatchObject({ code: 'debit_request_settled' });
    await expect(ends(request.id)).rejects.toMatchObject({ code: 'debit_request_settled' });
    const trail = await asOwner<{ action: string; person_id: string }>(
      `select action, person_id from platform.audit where action like 'tax.debit%' and person_id = any($1) and
              (object_id = $2 or after->>'request_id' = $2)`,
      [[first.personId, second.personId], request.id],
    );
    expect(trail.map(({ action }) => action).sort()).toEqual(['tax.debit_note_asked', 'tax.debit_note_issued']);
  });

  test('S-28 who asked takes it back, another turns it down; then it can be asked for anew', async () => {
    const { id } = await issued();
    const states = async (of: string) => (await inTx((tx) => app.get(DebitRequests).byId(tx, of))).state;
    const mine = await asks(id);
    await expect(asks(id, {}, third)).rejects.toMatchObject({ code: 'debit_asked_already' });
    await ends(mine.id, first);
    expect(await states(mine.id)).toBe('withdrawn');
    const again = await asks(id);
    await ends(again.id, second);
    expect(await states(again.id)).toBe('refused');
    expect((await asks(id)).state).toBe('asked');
    await expect(
      asOwner(`set local odop.scope = 'system';
        update tax.debit_request set state = 'refused', decided_at = now(), decided_by = asked_by where document_id = '${id}' and state = 'asked'`),
    ).rejects.toThrow('debit_request_by_another');
  });

  test('S-61 R-6.21 two agree at once: one note; two ask at once: one request; ten notes of one maker: no gap', async () => {
    const { id, of } = await issued();
    const asked = await Promise.allSettled([asks(id), asks(id, {}, third)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [open] = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const both = await Promise.allSettled([agrees(open!.id, second), agrees(open!.id, officer())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await papers(of)).toHaveLength(2);

    const { sellerId, gstin } = of;
    const others = await Promise.all(Array.from({ length: 9 }, () => issued({ sellerId, gstin })));
    const requests = await Promise.all(others.map((one) => asks(one.id)));
    const settled = await Promise.all(requests.map((one) => agrees(one.id)));
    expect(settled.map(({ note }) => note!).sort()).toEqual(
      Array.from({ length: 9 }, (_, i) => documentNumber('debit_note', '2026-27', i + 2)),
    );
  });

  test('R-6.25 of what came back nothing is missing, and what was agreed is what was shown', async () => {
    const { id, of } = await issued();
    const request = await asks(id);
    await creditsBack(of, 1);
    await expect(agrees(request.id)).rejects.toMatchObject({ code: 'debit_changed_since' });
    await ends(request.id);
    const anew = await asks(id);
    expect(anew.lines).toMatchObject([{ quantity: 1, igst_paise: String(45_747n - 14_281n) }]);
    await creditsBack(of, 1);
    await expect(agrees(anew.id)).rejects.toMatchObject({ code: 'debit_line_came_back' });
    await expect(asks((await issued()).id, { wishes: [{ ...wish, n: 2 }] })).rejects.toMatchObject({
      code: 'debit_line_unknown',
    });
  });

  test('R-6.25 a second note holds only what the first left out', async () => {
    const { id, of } = await issued();
    await agrees((await asks(id)).id);
    await expect(asks(id)).rejects.toMatchObject({ code: 'debit_nothing_missing' });
    await agrees((await asks(id, { wishes: [{ ...wish, value_paise: '10000' }] })).id);
    expect((await papers(of)).map(({ kind, total_paise }) => [kind, total_paise]).slice(1)).toEqual([
      ['debit_note', missing_paise.toString()],
      ['debit_note', '11800'],
    ]);
  });

  test('R-6.25 R-6.10 it is of a tax invoice that still has names, under a code and a rate that go together', async () => {
    const untaxed = linesOf({ ...goldens[1]!, goods: [{ pieces: 1, price: 2_999, rate_bp: 0 }] });
    const bill = await issued({ sellerGst: 'exempt', gstin: null, lines: untaxed });
    await expect(asks(bill.id)).rejects.toMatchObject({ code: 'debit_not_of_invoice' });
    await expect(asks(newId())).rejects.toMatchObject({ code: 'tax_document_not_found' });
    const { id, of } = await issued();
    for (const wrong of [{ hsn: '6404' }, { gstRateKey: 'no_such_row' }])
      await expect(asks(id, { wishes: [{ ...wish, ...wrong }] })).rejects.toMatchObject({ code: 'debit_goods_code' });
    await inTx((tx) => app.get(SubjectKeys).destroy(tx, paperKeyOf(of.gstin!, '2026-27')));
    await expect(asks(id)).rejects.toMatchObject({ code: 'tax_document_forgotten' });
  });
});
