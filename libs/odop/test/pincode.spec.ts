import { PINCODE, expandPincodes, isSure, pincodeBases } from '../src/domain/pincode.js';

describe('R-4.26 a PIN code', () => {
  it.each([
    ['110001', true],
    ['999999', true],
    ['011001', false],
    ['11001', false],
    ['1100011', false],
    ['11000a', false],
    ['110 001', false],
    ['११०००१', false],
  ])('%s is one: %s', (text, is) => {
    expect(PINCODE.test(text)).toBe(is);
  });

  it('is known only where name and position agree, or an order names it', () => {
    expect(pincodeBases).toContain('knowledge');
    expect(pincodeBases.filter(isSure)).toEqual(['agree', 'order']);
  });
});

describe('runs of PIN codes', () => {
  it.each([
    ['744301', ['744301']],
    ['744301-303', ['744301', '744302', '744303']],
    ['744101-102 744211', ['744101', '744102', '744211']],
  ])('%s', (runs, codes) => {
    expect(expandPincodes(runs)).toEqual(codes);
  });

  it.each(['', '744303-301', '74430', '744301-', '744301  744302', '044301'])('"%s" is refused', (runs) => {
    expect(() => expandPincodes(runs)).toThrow();
  });
});
