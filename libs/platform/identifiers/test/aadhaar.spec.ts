import fc from 'fast-check';
import { findAadhaar, freeText, maskAadhaar, verhoeffDigit, verhoeffHolds } from '../src/index.js';

describe('R-4.22 Verhoeff', () => {
  it('knows the vectors of the rule book', () => {
    expect(verhoeffDigit('236')).toBe('3');
    expect(['2363', '999999990019', '234123412346'].every(verhoeffHolds)).toBe(true);
  });

  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 2, maxLength: 12 });

  it('finds every single changed digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const whole = text + verhoeffDigit(text);
        const i = at % whole.length;
        const changed = whole.slice(0, i) + String((Number(whole[i]) + by) % 10) + whole.slice(i + 1);
        return verhoeffHolds(whole) && !verhoeffHolds(changed);
      }),
    );
  });

  it('finds every swap of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (text, at) => {
        const whole = text + verhoeffDigit(text);
        const i = at % (whole.length - 1);
        fc.pre(whole[i] !== whole[i + 1]);
        return !verhoeffHolds(whole.slice(0, i) + whole[i + 1]! + whole[i]! + whole.slice(i + 2));
      }),
    );
  });
});

/** Test values of the rule book; nobody's numbers. */
describe('S-64 R-4.30 an Aadhaar number in free text', () => {
  it.each([
    'my number is 234123412346',
    '2341 2341 2346',
    '2341-2341-2346 please',
    '42 2341 2341 2346',
    'number:9999 9999 0019.',
    '२३४१ २३४१ २३४६',
    '01a20d87-169a-7e65-8b42-3496856779d8 2341 2341 2346',
  ])('is found in "%s"', (text) => expect(findAadhaar(text)).toHaveLength(1));

  it.each([
    ['another check digit', '2341 2341 2347'],
    ['a first digit below 2', '1341 2341 2340'],
    ['inside a longer run of digits', '2341234123461'],
    ['a mobile number after +91', `+91 ${'2341234123'}`],
    ['a mobile number in groups after +91', '+91 23412 34123'],
    ['eleven digits', '23412341234'],
    ['digits of different sentences', '2341, 2341, 2346'],
    ['the last group of a UUID', '01a20d87-169a-7e65-8b42-234123412346'],
    ['groups of a UUID together', 'order 01a20d87-2341-7123-8236-a12300000000'],
  ])('is not seen in %s', (_, text) => expect(findAadhaar(text)).toEqual([]));

  it('is masked but for its last four digits', () => {
    expect(maskAadhaar('a 2341 2341 2346, b 999999990019')).toBe('a XXXX XXXX 2346, b XXXX XXXX 0019');
  });

  it('is refused as an answer in free text', () => {
    expect(freeText(80).safeParse('weaver since 1998').success).toBe(true);
    expect(freeText(80).safeParse('my number is 2341 2341 2346').success).toBe(false);
  });

  it('S-54 looks through hostile text without getting lost', () => {
    expect(findAadhaar('1 '.repeat(50_000))).toEqual([]);
    expect(findAadhaar('9'.repeat(100_000))).toEqual([]);
  });
});
