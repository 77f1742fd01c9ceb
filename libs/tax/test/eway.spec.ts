import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { rupees, type Paise } from '#platform/money';
import { eWayBillFor, validDays, type Consignment, type EWayTerms } from '../src/domain/eway-need.js';
import { eWayFaults, eWayFaultsOf, type EWayCheckTerms, type EWayFault } from '../src/domain/eway-checks.js';
import { eWayRequestOf, type EWayRequest } from '../src/domain/eway-request.js';
import { whyNoEWayBill } from '../src/domain/eway-refusals.js';
import { registeredPaper } from './builders/registered-paper.js';
import { goldens } from './golden.js';

const terms: EWayTerms = {
  ...{ min_value_paise: rupees(50_000), isAnyValueUnregistered: true, exempt: { hsn: ['71'], except: ['7117'] } },
};
const line = (value_paise: Paise, hsn = '5007', rate_bp = 500) => ({ hsn, rate_bp, value_paise });
const of = (change: Partial<Consignment>): Consignment => ({
  ...{ kind: 'tax_invoice', supply: 'inter', seller_gst: 'registered', lines: [line(rupees(50_000))], ...change },
});
const unregistered = { kind: 'bill_of_supply', seller_gst: 'enrolled_unregistered' } as const;

describe('T-6.23 which goods need an e-way bill', () => {
  const above = [line(rupees(50_000) + 1n)];
  test.each<[string, Partial<Consignment>, ReturnType<typeof eWayBillFor>]>([
    ['a paisa below the value not', { lines: [line(rupees(50_000) - 1n)] }, null],
    ['at the value not', {}, null],
    ['a paisa above it', { lines: above }, 'value'],
    ['a paisa above it within a State', { lines: above, supply: 'intra' }, 'value'],
    ['lines are counted together', { lines: [line(rupees(50_000)), line(1n)] }, 'value'],
    ['of a composition dealer too', { ...unregistered, lines: above, seller_gst: 'composition' }, 'value'],
    ['of a composition dealer at the value not', { ...unregistered, seller_gst: 'composition' }, null],
    [
      'handicraft of an unregistered maker for another State',
      { ...unregistered, lines: [line(rupees(3_000))] },
      'handicraft',
    ],
    ['handicraft of an unregistered maker within her State not', { ...unregistered, supply: 'intra' }, null],
    ['of a maker nobody knows to be registered too', { ...unregistered, seller_gst: null }, 'handicraft'],
    ['what bears no tax counts not beside what does', { lines: [line(rupees(50_000)), line(1n, '6912', 0)] }, null],
    ['only what bears no tax not', { lines: [line(rupees(90_000), '6912', 0)] }, null],
    ['jewellery not', { lines: [line(rupees(90_000), '7113')] }, null],
    ['imitation jewellery', { lines: [line(rupees(90_000), '711790')] }, 'value'],
  ])('R-6.23 %s', (_, change, why) => {
    expect(eWayBillFor(of(change), terms)).toBe(why);
  });

  test('R-6.23 a State’s own value, and a time without the rule of handicrafts', () => {
    const lines = [line(rupees(1_00_000))];
    expect(eWayBillFor(of({ lines, supply: 'intra' }), { ...terms, min_value_paise: rupees(1_00_000) })).toBeNull();
    expect(eWayBillFor(of(unregistered), { ...terms, isAnyValueUnregistered: false })).toBeNull();
  });

  test.each([
    [0, 1],
    [199, 1],
    [200, 1],
    [201, 2],
    [400, 2],
    [401, 3],
    [450, 3],
  ])('T-6.23 %i km: %i days', (km, days) => {
    expect(validDays(km, 200)).toBe(days);
  });

  test('R-6.23 so many days cover the way, and one less would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 500 }), (km, perDay) => {
        const days = validDays(km, perDay);
        expect(days * perDay).toBeGreaterThanOrEqual(km);
        expect((days - 1) * perDay).toBeLessThan(km);
      }),
    );
  });
});

describe('STD-5.2 R-6.23 what is told to have an e-way bill made', () => {
  const schemaAt = fileURLToPath(new URL('../schemas/ewaybill-request.schema.json', import.meta.url));
  const fits = new Ajv({ allErrors: true, strict: false }).compile(
    JSON.parse(readFileSync(schemaAt, 'utf8')) as object,
  );
  const troubles = (asked: EWayRequest): string => (fits(asked) ? '' : JSON.stringify(fits.errors));
  const checks: EWayCheckTerms = { today: '2026-11-23', doc_age_days: 180, pinStates: { seller: null, buyer: null } };
  const sound = (): EWayRequest => eWayRequestOf(registeredPaper(goldens[1]!));

  test.each(goldens)('STD-5.2 fits the form and our checks: $name', (golden) => {
    const isBill = golden.says.prefix === 'BOS';
    const gst = golden.status === 'registered' || golden.status === 'composition' ? {} : { gstin: null };
    const asked = eWayRequestOf({
      ...registeredPaper(golden),
      ...gst,
      recipient_gstin: null,
      ...(isBill && { kind: 'bill_of_supply' as const }),
    });
    expect(troubles(asked)).toBe('');
    expect(eWayFaultsOf(asked, checks)).toEqual([]);
    const { says } = golden;
    expect(asked).toMatchObject({
      ...{ docType: isBill ? 'BIL' : 'INV', toGstin: 'URP', totalValue: says.taxable, totInvValue: says.total },
      ...{ cgstValue: says.cgst, sgstValue: says.sgst, igstValue: says.igst },
    });
  });

  const wrong: [EWayFault, (asked: EWayRequest) => void, Partial<EWayCheckTerms>?][] = [
    ['number_form', (asked) => (asked.docNo = '/1')],
    ['date_in_future', (asked) => (asked.docDate = '24/11/2026')],
    ['paper_too_old', (asked) => (asked.docDate = '26/05/2026')],
    ['same_gstin', (asked) => Object.assign(asked, { toGstin: asked.fromGstin, toStateCode: asked.fromStateCode })],
    ['seller_state', (asked) => (asked.fromGstin = `09${asked.fromGstin.slice(2)}`)],
    ['buyer_state', (asked) => (asked.toGstin = `09${asked.toGstin.slice(2)}`)],
    ['seller_pin', () => {}, { pinStates: { seller: '09', buyer: null } }],
    ['buyer_pin', () => {}, { pinStates: { seller: null, buyer: '09' } }],
    [
      'too_many_goods',
      (asked) =>
        asked.itemList.push(...Array.from({ length: 250 }, () => ({ ...asked.itemList[0]!, taxableAmount: 0 }))),
    ],
    ['hsn_form', (asked) => (asked.itemList[0]!.hsnCode = '50071')],
    ['wrong_tax', (asked) => Object.assign(asked, { cgstValue: 1, sgstValue: 1, igstValue: asked.igstValue - 2 })],
    ['sums', (asked) => (asked.totInvValue += 1.01)],
  ];
  test.each(wrong)('R-6.23 %s is found before it is sent', (fault, spoil, change = {}) => {
    const asked = sound();
    spoil(asked);
    expect(eWayFaultsOf(asked, { ...checks, ...change })).toContain(fault);
  });

  test('R-6.23 a paper of the last day is in time, and a rupee of rounding is left alone', () => {
    const asked = sound();
    asked.docDate = '27/05/2026';
    asked.totInvValue += 1;
    expect(eWayFaultsOf(asked, checks)).toEqual([]);
  });

  test('STD-5.2 every fault has a wrong request, and says what to do', () => {
    expect(new Set(wrong.map(([fault]) => fault))).toEqual(new Set(eWayFaults));
    for (const code of [...eWayFaults, 'names_gone', '604', '4711'])
      expect(whyNoEWayBill(code)).toEqual({ says: expect.any(String), next: expect.any(String) });
  });
});
