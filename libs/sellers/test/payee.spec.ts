import type { Evidence } from '../src/index.js';
import { payeeOf } from '../src/domain/payee.js';

const pan = (letter: string): Evidence => ({ kind: 'pan', pan: `AAA${letter}D1234C`, name: 'Meena Devi' });
const signs = (by: { pan: string } | { kycReference: string }): Evidence => ({
  kind: 'authorised_person',
  persons: [{ name: 'Meena Devi', ...by }],
});

describe('R-4.20 the fourth letter of a PAN says who is paid', () => {
  test.each([
    ['a weaver with her own PAN', 'weaver', [pan('P')], 'individual'],
    ['a family', 'artisan', [pan('H')], 'individual'],
    ['a company', 'fpo_company', [pan('C')], 'other'],
    ['a firm', 'micro_small', [pan('F')], 'other'],
    ['a group with a PAN of its own', 'shg', [pan('A')], 'other'],
    ['a group whose member signs', 'shg', [signs({ pan: 'AAAPD1234C' })], 'no_pan'],
    ['an artisan known by who signs', 'artisan', [signs({ pan: 'AAAPD1234C' })], 'individual'],
    ['an artisan known by her e-KYC', 'artisan', [signs({ kycReference: 'KYC-1' })], 'individual'],
    ['an artisan without any number', 'artisan', [], 'no_pan'],
  ] as const)('%s', (_, sellerClass, papers, payee) => {
    expect(payeeOf(sellerClass, papers)).toBe(payee);
  });
});
