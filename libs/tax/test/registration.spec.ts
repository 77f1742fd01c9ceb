import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { IrpSimulator, type SimulatedInvoice } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, textOfPdf, type Booted } from '#platform/testing';
import {
  AlarmInvoice,
  CheckRegistration,
  DeclareTurnover,
  DocumentsQuery,
  IssueCreditNote,
  IssueDocument,
  PrintDocument,
  ReadPrinted,
  RegisterInvoice,
  SendInvoiceAgain,
  TaxModule,
  whyRefused,
  type SuppliedGoods,
} from '../src/index.js';
import { mustBeRegistered, reportDays, type Registrable } from '../src/domain/e-invoicing.js';
import { inv01Faults } from '../src/domain/inv01-checks.js';
import { irnOf } from '../src/domain/irn.js';
import { businessSupply } from './builders/business-supply.js';

describe('R-6.22 who registers which papers', () => {
  const threshold_paise = rupees(5_00_00_000);
  const paper: Registrable = {
    ...{ kind: 'tax_invoice', seller_gst: 'registered', gstin: '10AAAFA4001A1Z5', recipient_gstin: '07AAAFA4001A1Z5' },
  };
  test.each([
    ['at the threshold not', {}, threshold_paise, false],
    ['a paisa above it', {}, threshold_paise + 1n, true],
    ['a credit note too', { kind: 'credit_note' }, threshold_paise + 1n, true],
    ['a bill of supply never', { kind: 'bill_of_supply' }, threshold_paise + 1n, false],
    ['to a consumer not', { recipient_gstin: null }, threshold_paise + 1n, false],
    ['of a composition dealer not', { seller_gst: 'composition' }, threshold_paise + 1n, false],
  ] as const)('R-6.22 %s', (_, change, turnover_paise, wanted) => {
    expect(mustBeRegistered({ ...paper, ...change }, { turnover_paise, threshold_paise })).toBe(wanted);
  });

  test('R-6.22 the window of thirty days is for turnovers from ten crore on', () => {
    const terms = { report_days: 30, report_from_paise: rupees(10_00_00_000) };
    expect(reportDays(terms.report_from_paise - 1n, terms)).toBeNull();
    expect(reportDays(terms.report_from_paise, terms)).toBe(30);
  });

  test('R-6.22 every fault, and a code nobody knows, says what to do', () => {
    for (const code of [...inv01Faults, '2150', '2278', 'invoice_cancelled', '3028', '4711'])
      expect(whyRefused(code)).toEqual({ says: expect.any(String), next: expect.any(String) });
  });
});

describe('R-6.22 invoices are registered with the portal', () => {
  const portal = new IrpSimulator();
  let app: Booted;
  const at = new Date('2026-11-23T06:00:00Z');

  beforeAll(async () => {
    await portal.start({ secretKey: 'key of this test' });
    Object.assign(process.env, { IRP_URL: portal.url, IRP_KEY: 'key of this test' });
    app = await boot([TaxModule]);
    await frozenClock.at(at);
  });
  afterEach(async () => {
    portal.faults.clear();
    await frozenClock.at(at);
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
    await portal.stop();
  });

  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const maker = (of: SuppliedGoods) => personActor({ organisationId: of.sellerId });
  const declares = (of: SuppliedGoods, crore = 6) =>
    app.as(maker(of), () => app.get(DeclareTurnover).run(rupees(crore * 1_00_00_000)));
  const issues = (of: SuppliedGoods) => inTx((tx) => app.get(IssueDocument).inside(tx, of));
  async function issued(of = businessSupply(), crore = 6) {
    await declares(of, crore);
    return { ...(await issues(of)), of };
  }
  const registers = (documentId: string) => app.asSystem(() => app.get(RegisterInvoice).run({ documentId }));
  const document = (id: string) => inTx((tx) => app.get(DocumentsQuery).known(tx, id));
  const atPortal = (gstin: string) =>
    (portal.state() as { invoices: (SimulatedInvoice & { signedInvoice: string })[] }).invoices.filter((one) =>
      Buffer.from(one.signedQr.split('.')[1]!, 'base64url').toString().includes(gstin),
    );
  const waiting = (name: string, id: string) =>
    asOwner(`select 1 from platform.outbox where name = $1 and payload->>'documentId' = $2`, [name, id]);
  const prints = (documentId: string, edition: 'named' | 'unnamed' = 'named') =>
    app.asSystem(() => app.get(PrintDocument).run({ documentId, edition }));

  test('R-6.22 told, signed, kept and printed: the number is the hash, the paper bears it and the code', async () => {
    const { id, number, of } = await issued();
    expect((await document(id)).eInvoice).toEqual({ state: 'waiting', refusal: null });
    expect(await waiting('tax.print-document', id)).toHaveLength(0);
    await prints(id);
    const reads = () => app.as(maker(of), () => app.get(ReadPrinted).ofMaker(id));
    await expect(reads()).rejects.toMatchObject({ code: 'tax_document_not_printed' });

    await registers(id);
    const { registration, eInvoice } = await document(id);
    expect(eInvoice).toEqual({ state: 'registered', refusal: null });
    expect(registration).toMatchObject({ irn: irnOf({ gstin: of.gstin!, year: '2026-27', type: 'INV', number }) });
    expect(await waiting('tax.print-document', id)).not.toHaveLength(0);
    await prints(id);
    const text = textOfPdf((await reads()).pdf)
      .join('\n')
      .replaceAll('\n', '');
    for (const words of [registration!.ackNumber, `GSTIN: ${of.recipientGstin}`]) expect(text).toContain(words);
    expect(text).not.toContain('Unregistered');
    await prints(id, 'unnamed');
    const desk = await app.as(personActor({}), () => app.get(ReadPrinted).ofDesk(id));
    expect(textOfPdf(desk.pdf).join('')).not.toContain(of.recipientGstin);
  });

  test('R-6.22 without turnover, or to a shopper without a GSTIN, nothing is told and the paper is printed at once', async () => {
    const small = await issued(businessSupply(), 5);
    const { recipientGstin: _, ...rest } = businessSupply();
    const shopper = await issued(rest);
    for (const { id } of [small, shopper]) {
      expect((await document(id)).eInvoice).toBeNull();
      expect(await waiting('tax.print-document', id)).toHaveLength(1);
    }
  });

  test('R-6.25 a credit note of a registered invoice is registered too, and names it', async () => {
    const { id, of } = await issued();
    await registers(id);
    const { title: _, hsn: __, uqc: ___, rate_bp: ____, ...all } = of.lines[0]!;
    const note = await inTx((tx) =>
      app.get(IssueCreditNote).inside(tx, { cause: of.cause, changeId: newId(), lines: [all] }),
    );
    await registers(note!.id);
    expect((await document(note!.id)).eInvoice?.state).toBe('registered');
    expect(atPortal(of.gstin!)).toHaveLength(2);
  });

  test('S-13 R-6.22 the portal did it and nobody answered: asked again it is looked up, and there is one', async () => {
    for (const kind of ['drop_after', 'error_after']) {
      const { id, of } = await issued();
      portal.fault({ kind, route: 'POST /invoices', times: 1 });
      await expect(registers(id)).rejects.toThrow();
      expect((await document(id)).eInvoice?.state).toBe('waiting');
      const calls = portal.calls('POST /invoices');
      await registers(id);
      await registers(id);
      expect((await document(id)).eInvoice?.state).toBe('registered');
      expect(portal.calls('POST /invoices')).toBe(calls);
      expect(atPortal(of.gstin!)).toHaveLength(1);
    }
  });

  test('S-13 R-6.22 it was down before it did anything: sent again, and there is one', async () => {
    const { id, of } = await issued();
    portal.fault({ kind: 'drop_before', route: 'POST /invoices', times: 1 });
    await expect(registers(id)).rejects.toThrow();
    await registers(id);
    expect(atPortal(of.gstin!)).toHaveLength(1);
  });

  test('S-13 R-6.22 twice at once: one answer is "duplicate", looked up and the same', async () => {
    const { id, of } = await issued();
    await Promise.all([registers(id), registers(id)]);
    expect((await document(id)).eInvoice?.state).toBe('registered');
    expect(atPortal(of.gstin!)).toHaveLength(1);
  });

  test('STD-5.1 another invoice under our number is not taken for ours', async () => {
    const { id, of } = await issued();
    portal.fault({ kind: 'wrong_invoice', times: 1 });
    await registers(id);
    expect((await document(id)).eInvoice).toEqual({ state: 'refused', refusal: '2150' });
    expect(atPortal(of.gstin!)).toHaveLength(1);
  });

  test('STD-5.1 what somebody else signed is not believed', async () => {
    const { id } = await issued();
    portal.fault({ kind: 'wrong_key', times: 1 });
    await expect(registers(id)).rejects.toThrow('signature');
    expect((await document(id)).eInvoice?.state).toBe('waiting');
  });

  test.each([
    ['9001', '3029'],
    ['9003', '3028'],
  ])(
    'R-6.22 a buyer’s GSTIN with %s is refused with %s, maker and desk are told, and she may send it again',
    async (digits, code) => {
      const { id, of } = await issued(businessSupply({ buyer: digits }));
      await registers(id);
      expect((await document(id)).eInvoice).toEqual({ state: 'refused', refusal: code });
      expect(await waiting('tax.invoice_refused', id)).toHaveLength(1);
      const again = (who = maker(of)) => app.as(who, () => app.get(SendInvoiceAgain).run(id));
      await expect(again(personActor({ organisationId: newId() }))).rejects.toMatchObject({
        code: 'tax_registration_not_needed',
      });
      await again();
      await expect(again()).rejects.toMatchObject({ code: 'illegal_transition' });
      await registers(id);
      expect((await document(id)).eInvoice?.state).toBe('refused');
    },
  );

  test('R-6.22 our own checks hold back what would be refused: nothing is sent', async () => {
    const of = businessSupply();
    const elsewhere = { ...of, supplier: { ...of.supplier, pincode: '110001' } };
    const { id } = await issued(elsewhere);
    const calls = portal.calls('POST /invoices');
    await registers(id);
    expect((await document(id)).eInvoice).toEqual({ state: 'refused', refusal: 'seller_pin' });
    expect(portal.calls('POST /invoices')).toBe(calls);
  });

  test('R-6.22 from ten crore on an invoice of thirty-one days is too late, of thirty in time', async () => {
    const [late, small] = [await issued(businessSupply(), 10), await issued(businessSupply(), 9)];
    const inTime = await issued(businessSupply(), 10);
    await frozenClock.at(new Date('2026-12-23T06:00:00Z'));
    await registers(inTime.id);
    await frozenClock.at(new Date('2026-12-24T06:00:00Z'));
    await Promise.all([registers(late.id), registers(small.id)]);
    expect((await document(inTime.id)).eInvoice?.state).toBe('registered');
    expect((await document(small.id)).eInvoice?.state).toBe('registered');
    expect((await document(late.id)).eInvoice).toEqual({ state: 'refused', refusal: 'date_too_old' });
  });

  test('R-6.22 not registered in a day: maker and desk are told, once', async () => {
    const { id } = await issued();
    const alarm = app.get(AlarmInvoice);
    const due = () => inTx((tx) => alarm.due(tx, 500));
    await frozenClock.at(new Date('2026-11-24T05:59:59Z'));
    expect(await due()).not.toContain(id);
    await frozenClock.at(new Date('2026-11-24T06:00:00Z'));
    expect(await due()).toContain(id);
    await app.asSystem(() => alarm.run(id));
    await app.asSystem(() => alarm.run(id));
    expect(await waiting('tax.invoice_waits', id)).toHaveLength(1);
  });

  const cancels = async (irn: string) => {
    const body = JSON.stringify({ irn, reason: 'ordered by mistake' });
    const headers = { authorization: 'Bearer key of this test', 'content-type': 'application/json' };
    return (await fetch(`${portal.url}/cancellations`, { method: 'POST', headers, body })).status;
  };
  const creditsAll = (of: SuppliedGoods) => {
    const { title: _, hsn: __, uqc: ___, rate_bp: ____, ...all } = of.lines[0]!;
    const change = { cause: of.cause, changeId: newId(), lines: [all] };
    return inTx((tx) => app.get(IssueCreditNote).inside(tx, change));
  };

  test('R-6.22 what its maker cancelled there is learned when the day is over, once; she and the desk are told', async () => {
    const [gone, kept] = [await issued(), await issued()];
    for (const { id } of [gone, kept]) await registers(id);
    expect(await cancels((await document(gone.id)).registration!.irn)).toBe(200);
    const check = app.get(CheckRegistration);
    const due = () => inTx((tx) => check.due(tx, 500));
    await frozenClock.at(new Date('2026-11-24T06:59:59Z'));
    expect(await due()).not.toContain(gone.id);
    await frozenClock.at(new Date('2026-11-24T07:00:00Z'));
    expect(await due()).toEqual(expect.arrayContaining([gone.id, kept.id]));
    for (const { id } of [gone, gone, kept]) await app.asSystem(() => check.run(id));
    for (const { id } of [gone, kept]) expect(await due()).not.toContain(id);
    expect((await document(gone.id)).registration).toMatchObject({ cancelledAt: new Date('2026-11-24T07:00:00Z') });
    expect((await document(kept.id)).registration).toMatchObject({ cancelledAt: null });
    expect(await waiting('tax.invoice_cancelled', gone.id)).toHaveLength(1);
    expect(await waiting('tax.invoice_cancelled', kept.id)).toHaveLength(0);
  });

  test('R-6.22 a note of a cancelled invoice is not sent, and says why', async () => {
    const { id, of } = await issued();
    await registers(id);
    await cancels((await document(id)).registration!.irn);
    const note = await creditsAll(of);
    const calls = portal.calls('POST /invoices');
    await registers(note!.id);
    expect((await document(note!.id)).eInvoice).toEqual({ state: 'refused', refusal: 'invoice_cancelled' });
    expect(portal.calls('POST /invoices')).toBe(calls);
    expect((await document(id)).registration!.cancelledAt).not.toBeNull();
    expect(await waiting('tax.invoice_refused', note!.id)).toHaveLength(1);
    expect(await waiting('tax.invoice_cancelled', id)).toHaveLength(1);
  });

  test('S-13 R-6.22 cancelled there before we heard of its registration: never taken for registered', async () => {
    const { id, number, of } = await issued();
    portal.fault({ kind: 'drop_after', route: 'POST /invoices', times: 1 });
    await expect(registers(id)).rejects.toThrow();
    await cancels(irnOf({ gstin: of.gstin!, year: '2026-27', type: 'INV', number }));
    await registers(id);
    expect((await document(id)).eInvoice).toEqual({ state: 'refused', refusal: '2278' });
    await app.as(maker(of), () => app.get(SendInvoiceAgain).run(id));
    await registers(id);
    expect((await document(id)).eInvoice).toEqual({ state: 'refused', refusal: '2278' });
  });

  test('S-63 the code and the signed invoice lie sealed', async () => {
    const { id, of } = await issued();
    await registers(id);
    const [kept] = await inTx((tx) =>
      tx.many(
        z.object({ text: z.string() }),
        `select row_to_json(e)::text as text from tax.e_invoice e where document_id = $1`,
        [id],
      ),
    );
    for (const words of ['Farah', 'eyJ', of.recipientGstin!]) expect(kept!.text).not.toContain(words);
  });
});

describe('STD-5.1 the simulated portal cancels within a day only', () => {
  test('STD-5.1 a second time, an unknown number, goods on the road and a day later are refused; what is cancelled stays so', async () => {
    const portal = new IrpSimulator();
    await portal.start({ secretKey: 'k' });
    const post = (path: string, body: object) =>
      fetch(portal.url + path, {
        method: 'POST',
        headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const invoice = {
      Version: '1.1',
      DocDtls: { Typ: 'INV', No: 'INV/26-27/000001', Dt: '23/11/2026' },
      SellerDtls: { Gstin: '10AAAFA4001A1Z5', Stcd: '10' },
      BuyerDtls: { Gstin: '07AAAFA4001A1Z5', Stcd: '07' },
      ItemList: [{ HsnCd: '6214' }],
      ValDtls: { TotInvVal: 100 },
    };
    const { Irn: irn } = (await (await post('/invoices', invoice)).json()) as { Irn: string };
    expect(
      (await post('/invoices', { ...invoice, DocDtls: { ...invoice.DocDtls, No: 'inv/26-27/000001' } })).status,
    ).toBe(409);
    const cancel = () => post('/cancellations', { irn, reason: 'order cancelled' });
    expect(await (await cancel()).json()).toMatchObject({ Status: 'CNL' });
    expect((await cancel()).status).toBe(422);
    expect(await (await post('/invoices', invoice)).json()).toMatchObject({ error: { code: '2278' } });
    const second = { ...invoice, DocDtls: { ...invoice.DocDtls, No: 'INV/26-27/000002' } };
    const { Irn: moved } = (await (await post('/invoices', second)).json()) as { Irn: string };
    const bill = {
      ...{ docType: 'INV', docNo: 'INV/26-27/000002', docDate: '23/11/2026', totInvValue: 100, itemList: [{}] },
      ...{ fromGstin: '10AAAFA4001A1Z5', fromPincode: 812001, fromStateCode: 10, irn: moved },
      ...{ toGstin: '07AAAFA4001A1Z5', toPincode: 110001, toStateCode: 7 },
    };
    expect((await post('/ewaybills', bill)).status).toBe(200);
    const kept = await post('/cancellations', { irn: moved, reason: 'order cancelled' });
    expect(await kept.json()).toMatchObject({ error: { code: '2230' } });
    const third = { ...invoice, DocDtls: { ...invoice.DocDtls, No: 'INV/26-27/000003' } };
    const { Irn: old } = (await (await post('/invoices', third)).json()) as { Irn: string };
    const later_ms = Date.now() + 86_400_001;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later_ms);
    const late = await post('/cancellations', { irn: old, reason: 'order cancelled' });
    clock.mockRestore();
    expect(await late.json()).toMatchObject({ error: { code: '2270' } });
    expect((await post('/cancellations', { irn: 'x', reason: 'none' })).status).toBe(404);
    await portal.stop();
  });
});
