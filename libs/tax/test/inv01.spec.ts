import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { gstCodeOf } from '#platform/identifiers';
import { faultsOf, inv01Faults, type Inv01Fault, type Inv01Terms } from '../src/domain/inv01-checks.js';
import { inv01Of, type Inv01 } from '../src/domain/inv01.js';
import { irnOf } from '../src/domain/irn.js';
import { registeredPaper } from './builders/registered-paper.js';
import { goldens } from './golden.js';

const schemaAt = fileURLToPath(new URL('../schemas/inv01-1.1.schema.json', import.meta.url));
const isInv01 = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(schemaAt, 'utf8')) as object,
);
const troubles = (invoice: Inv01): string => (isInv01(invoice) ? '' : JSON.stringify(isInv01.errors));

const terms: Inv01Terms = { today: '2026-11-23', report_days: 30, pinStates: { seller: null, buyer: null } };
const taxed = goldens.filter(({ says }) => says.prefix === 'INV');
const [within, beyond] = [goldens[0]!, goldens[1]!];

describe('STD-5.1 R-6.22 an invoice between two registered businesses', () => {
  test.each(taxed)('STD-5.1 fits the form and our checks: $name', (golden) => {
    const invoice = inv01Of(registeredPaper(golden), null);
    expect(troubles(invoice)).toBe('');
    expect(faultsOf(invoice, terms)).toEqual([]);
    const { says } = golden;
    expect(invoice.ValDtls).toEqual({
      ...{ AssVal: says.taxable, CgstVal: says.cgst, SgstVal: says.sgst, IgstVal: says.igst, TotInvVal: says.total },
    });
    expect([invoice.SellerDtls.Stcd, invoice.BuyerDtls.Pos]).toEqual([gstCodeOf(golden.from), gstCodeOf(golden.to)]);
  });

  test('STD-5.1 a credit note names its invoice, a platform that collects tax its GSTIN', () => {
    const corrects = { number: 'INV/26-27/000001', issued_at: new Date('2026-11-20T20:00:00Z') };
    const invoice = inv01Of(registeredPaper(beyond, { kind: 'credit_note', corrects }), '07AAECM5526L1CX');
    expect(troubles(invoice)).toBe('');
    expect(faultsOf(invoice, terms)).toEqual([]);
    expect(invoice.DocDtls.Typ).toBe('CRN');
    expect(invoice.TranDtls.EcmGstin).toBe('07AAECM5526L1CX');
    expect(invoice.RefDtls).toEqual({ PrecDocDtls: [{ InvNo: 'INV/26-27/000001', InvDt: '21/11/2026' }] });
  });

  test('STD-5.1 a debit note of mere tax fits the form: the portal does not hold it against its value', () => {
    const corrects = { number: 'INV/26-27/000001', issued_at: new Date('2026-11-20T20:00:00Z') };
    const note = registeredPaper(beyond, { kind: 'debit_note', number: 'DBN/26-27/000001', corrects });
    const [line] = note.lines;
    const mereTax = { ...line!, gross_paise: line!.igst_paise, taxable_paise: '0' };
    const invoice = inv01Of({ ...note, lines: [mereTax] }, null);
    expect(troubles(invoice)).toBe('');
    expect(faultsOf(invoice, terms)).toEqual([]);
    expect(faultsOf({ ...invoice, DocDtls: { ...invoice.DocDtls, Typ: 'CRN' } }, terms)).toEqual(['tax_amount']);
    expect(invoice.DocDtls.Typ).toBe('DBN');
    expect(invoice.ValDtls).toMatchObject({ AssVal: 0, IgstVal: 119, TotInvVal: 119 });
  });

  test('STD-5.1 a discount stands without its tax, and the price of a piece holds the carriage', () => {
    const [item] = inv01Of(registeredPaper(goldens[9]!), null).ItemList;
    expect(item).toMatchObject({ Qty: 1, UnitPrice: 1_095.24, TotAmt: 1_095.24, Discount: 95.24, AssAmt: 1_000 });
    const three = { ...beyond, goods: [{ pieces: 3, price: 100, rate_bp: 500 }] };
    expect(inv01Of(registeredPaper(three), null).ItemList[0]).toMatchObject({ UnitPrice: 95.237, TotAmt: 285.71 });
  });

  test('STD-5.1 whatever is sold, the form holds and the sums are those of the paper', () => {
    const goods = fc.record({
      pieces: fc.integer({ min: 1, max: 999 }),
      price: fc.integer({ min: 1, max: 90_000 }),
      rate_bp: fc.constantFrom(0, 300, 500, 1_800, 4_000),
      discount: fc.constantFrom(0, 1),
      freight: fc.integer({ min: 0, max: 5_000 }),
    });
    fc.assert(
      fc.property(fc.array(goods, { minLength: 1, maxLength: 8 }), fc.boolean(), (sold, isWithin) => {
        const invoice = inv01Of(registeredPaper({ ...(isWithin ? within : beyond), goods: sold }), null);
        expect(troubles(invoice)).toBe('');
        expect(faultsOf(invoice, terms)).toEqual([]);
      }),
      { numRuns: 200, seed: 20_261_123 },
    );
  });

  test('STD-5.1 signs the portal refuses are written otherwise', () => {
    const paper = registeredPaper(within);
    const named = { ...paper, recipient: { ...paper.recipient, name: '"Kosi" \\ Sons', street: 'x'.repeat(300) } };
    const invoice = inv01Of(named, null);
    expect(troubles(invoice)).toBe('');
    expect(invoice.BuyerDtls.LglNm).toBe("'Kosi' / Sons");
  });
});

describe('STD-5.1 wrong documents are held back', () => {
  const sound = (): Inv01 => inv01Of(registeredPaper(beyond), null);
  const halved = (): Inv01 => inv01Of(registeredPaper(within), null);
  type Wrong = [Inv01Fault, string, (invoice: Inv01) => void, Partial<Inv01Terms>?, (() => Inv01)?];
  const wrong: Wrong[] = [
    ['number_form', 'a number that begins with 0', (i) => (i.DocDtls.No = '0INV')],
    ['number_form', 'of seventeen signs', (i) => (i.DocDtls.No = 'A'.repeat(17))],
    ['date_form', 'no day', (i) => (i.DocDtls.Dt = '99/99/2026')],
    ['date_in_future', 'of tomorrow', (i) => (i.DocDtls.Dt = '24/11/2026')],
    ['date_too_old', '31 days old', (i) => (i.DocDtls.Dt = '23/10/2026')],
    ['same_gstin', 'to oneself', (i) => (i.BuyerDtls.Gstin = i.SellerDtls.Gstin), {}, halved],
    ['seller_state', 'her GSTIN of another State', (i) => (i.SellerDtls.Gstin = `27${i.SellerDtls.Gstin.slice(2)}`)],
    ['buyer_state', 'the buyer’s of another State', (i) => (i.BuyerDtls.Gstin = `27${i.BuyerDtls.Gstin.slice(2)}`)],
    ['seller_pin', 'her PIN code in another State', () => {}, { pinStates: { seller: '27', buyer: null } }],
    ['buyer_pin', 'the buyer’s in another State', () => {}, { pinStates: { seller: null, buyer: '27' } }],
    ['name_too_short', 'a name of two letters', (i) => (i.BuyerDtls.LglNm = 'Ab')],
    ['hsn_form', 'a goods code of five digits', (i) => (i.ItemList[0]!.HsnCd = '62140')],
    ['hsn_form', 'of nothing but 0', (i) => (i.ItemList[0]!.HsnCd = '0000')],
    ['halves', 'halves that differ', (i) => (i.ItemList[0]!.CgstAmt += 0.01), {}, halved],
    ['wrong_tax', 'halves from State to State', (i) => halves(i)],
    ['wrong_tax', 'a whole within a State', (i) => wholes(i), {}, halved],
    ['no_original', 'a credit note of nothing', (i) => (i.DocDtls.Typ = 'CRN')],
  ];
  test.each(wrong)('STD-5.1 %s: %s', (fault, _, spoil, terms_ = {}, of = sound) => {
    const invoice = of();
    spoil(invoice);
    expect(faultsOf(invoice, { ...terms, ...terms_ })).toEqual([fault]);
  });

  /** Sums may be away by a rupee: at 99 and 100 paise they hold, at 101 they do not. */
  const sums: [Inv01Fault, string, (invoice: Inv01, rupees: number) => void][] = [
    ['tax_amount', 'tax that is not the rate of the value', (i, by) => together(i, by)],
    ['piece_price', 'price times pieces', (i, by) => (i.ItemList[0]!.UnitPrice += by)],
    ['value_after_discount', 'value less discount', (i, by) => (i.ItemList[0]!.Discount += by)],
    ['item_total', 'value and taxes of a line', (i, by) => both(i, by)],
    ['sums', 'lines and their sum', (i, by) => (i.ValDtls.TotInvVal += by)],
    ['sums', 'values and their sum', (i, by) => (i.ValDtls.AssVal += by)],
    ['sums', 'taxes and their sum', (i, by) => (i.ValDtls.IgstVal += by)],
  ];
  test.each(sums.flatMap((row) => [99, 100, 101].map((paise) => [row[0], row[1], paise, row[2]] as const)))(
    'STD-5.1 %s: %s, away by %i paise',
    (fault, _, paise, spoil) => {
      for (const sign of [1, -1]) {
        const invoice = sound();
        spoil(invoice, (sign * paise) / 100);
        expect(faultsOf(invoice, terms)).toEqual(paise > 100 ? [fault] : []);
      }
    },
  );

  test('STD-5.1 every fault has a wrong document', () => {
    expect(new Set([...wrong, ...sums].map(([fault]) => fault))).toEqual(new Set(inv01Faults));
  });

  test('R-6.22 the window to report: the thirtieth day is in time, and without a limit every day', () => {
    const invoice = sound();
    invoice.DocDtls.Dt = '24/10/2026';
    expect(faultsOf(invoice, terms)).toEqual([]);
    invoice.DocDtls.Dt = '23/10/2026';
    expect(faultsOf(invoice, { ...terms, report_days: null })).toEqual([]);
  });

  const halves = (invoice: Inv01): void => {
    const [item] = invoice.ItemList;
    const half = item!.IgstAmt / 2;
    Object.assign(item!, { IgstAmt: 0, CgstAmt: half, SgstAmt: half });
    Object.assign(invoice.ValDtls, { IgstVal: 0, CgstVal: half, SgstVal: half });
  };
  const wholes = (invoice: Inv01): void => {
    const [item] = invoice.ItemList;
    const whole = item!.CgstAmt * 2;
    Object.assign(item!, { IgstAmt: whole, CgstAmt: 0, SgstAmt: 0 });
    Object.assign(invoice.ValDtls, { IgstVal: whole, CgstVal: 0, SgstVal: 0 });
  };
  /** Tax, line and whole rise together, so that only the rate is wrong. */
  const together = (invoice: Inv01, by: number): void => {
    const [item] = invoice.ItemList;
    item!.IgstAmt += by;
    item!.TotItemVal += by;
    invoice.ValDtls.IgstVal += by;
    invoice.ValDtls.TotInvVal += by;
  };
  const both = (invoice: Inv01, by: number): void => {
    invoice.ItemList[0]!.TotItemVal += by;
    invoice.ValDtls.TotInvVal += by;
  };
});

test('R-6.22 the reference number is the hash of GSTIN, year, type and number, however it is written', () => {
  const of = { gstin: '27AAPFU0939F1ZV', year: '2026-27', type: 'INV', number: 'ODB/26-27/000123' } as const;
  const irn = '2f472b08dcc76118e6515ba46523cb222b6636b35ae60cb57350393aa0f663d5';
  expect(irnOf(of)).toBe(irn);
  expect(irnOf({ ...of, number: 'odb/26-27/000123' })).toBe(irn);
});
