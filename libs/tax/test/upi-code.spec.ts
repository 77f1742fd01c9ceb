import { paperPdf } from '#platform/print';
import { rupees } from '#platform/money';
import { codesOfPdf, textOfPdf } from '#platform/testing';
import { sheetOf } from '../src/domain/paper-sheet.js';
import { bearsUpiCode, upiCodeOf, type PayablePaper } from '../src/domain/upi-code.js';
import { registeredPaper } from './builders/registered-paper.js';
import { goldens } from './golden.js';

const threshold_paise = rupees(500_00_00_000);
const paper = (n: number) => registeredPaper(goldens[n]!, { paid_when: 'at_door', payment_reference: 'ODB-1' });

describe('R-6.20 the code to pay an invoice', () => {
  const due: PayablePaper = { ...paper(0), recipient_gstin: null };
  test.each<[string, Partial<PayablePaper>, bigint, boolean]>([
    ['a tax invoice to a consumer, above the threshold', {}, threshold_paise + 1n, true],
    ['not on the threshold', {}, threshold_paise, false],
    ['not to a business', { recipient_gstin: '07AABAB7731Q1ZC' }, threshold_paise + 1n, false],
    ['not what was paid before', { paid_when: 'before' }, threshold_paise + 1n, false],
    ['not a paper that does not know', { paid_when: null }, threshold_paise + 1n, false],
    ['not a bill of supply', { kind: 'bill_of_supply' }, threshold_paise + 1n, false],
    ['not a credit note', { kind: 'credit_note' }, threshold_paise + 1n, false],
    ['not of a composition dealer', { seller_gst: 'composition' }, threshold_paise + 1n, false],
    ['not without a GSTIN', { gstin: null }, threshold_paise + 1n, false],
  ])('R-6.20 %s', (_, change, turnover_paise, bears) => {
    expect(bearsUpiCode({ ...due, ...change }, { turnover_paise, threshold_paise })).toBe(bears);
  });

  test('R-6.20 it says who is paid, what is left, number, date, value and each tax', () => {
    const coupon = paper(10); // 1,050.00, of it 200.00 paid by the platform
    expect(upiCodeOf(coupon, 'odop@example')).toBe(
      'upi://pay?ver=01&mode=15&pa=odop%40example&pn=ODOP%20Bazaar' +
        `&tr=${coupon.gstin}INV2627000001&tn=Invoice%20INV%2F26-27%2F000001%20of%201050.00&am=850.00&cu=INR` +
        `&gstIn=${coupon.gstin}` +
        '&gstBrkUp=GST%3A50.00%7CCGST%3A25.00%7CSGST%3A25.00%7CIGST%3A0.00%7CCESS%3A0.00' +
        '&invoiceNo=INV%2F26-27%2F000001&invoiceDate=2026-11-23T11%3A30%3A00%2B05%3A30',
    );
    expect(upiCodeOf(paper(1), 'odop@example')).toContain('IGST%3A119.00');
    expect(new URL(upiCodeOf(coupon, 'odop@example')).searchParams.get('tr')!.length).toBeLessThanOrEqual(35);
  });

  test('R-6.20 what is scanned off the printed invoice is what was to be said', async () => {
    const text = upiCodeOf(paper(10), 'odop@example');
    const pdf = await paperPdf(sheetOf({ ...paper(10), recipient_gstin: null }, '00'.repeat(16), text));
    expect(codesOfPdf(pdf)).toEqual([text]);
    const said = textOfPdf(pdf).join('\n');
    expect(said).toContain('To be paid at the door, order द्वार पर देय, आदेश: ₹850.00, ODB-1');
    expect(said).toContain('Pay instead of cash');
    const transaction = { transaction_id: 'ch_17', paid_by: 'upi', paid_at: new Date('2026-11-22T20:00:00Z') };
    const before = { ...paper(0), paid_when: 'before' as const, ...transaction };
    const paid = await paperPdf(sheetOf(before, '00'.repeat(16), null));
    expect(codesOfPdf(paid)).toEqual([]);
    for (const words of ['Paid before the goods left, order अग्रिम भुगतान, आदेश: ODB-1', 'UPI, ch_17, 23-11-2026'])
      expect(textOfPdf(paid).join('\n')).toContain(words);
  });
});
