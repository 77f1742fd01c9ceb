import { tracesOf } from '../src/domain/duplicate.js';
import { enterpriseSize } from '../src/domain/enterprise-size.js';
import { provedByStartup, provedByUdyam } from '../src/domain/preference.js';

const crore = (count: number): bigint => BigInt(Math.round(count * 100)) * 10_000_000n;
const bounds = (investment: number, turnover: number) => ({
  investment_paise: crore(investment),
  turnover_paise: crore(turnover),
});
/** The two notifications; that the register of parameters says the same on their days is asked in registers.spec.ts. */
const since2020 = { micro: bounds(1, 5), small: bounds(10, 50), medium: bounds(50, 250) };
const since2025 = { micro: bounds(2.5, 10), small: bounds(25, 100), medium: bounds(125, 500) };
const own = { name: 'Meena Silks', pass_bp: 8_500 };

describe('R-4.4 size of an enterprise', () => {
  const steps = [
    [since2020, 'micro', 1, 5, 'small'],
    [since2020, 'small', 10, 50, 'medium'],
    [since2020, 'medium', 50, 250, null],
    [since2025, 'micro', 2.5, 10, 'small'],
    [since2025, 'small', 25, 100, 'medium'],
    [since2025, 'medium', 125, 500, null],
  ] as const;
  it.each(steps.map((step, i) => [i < 3 ? '2020' : '2025', ...step] as const))(
    'since %s: %#: to the paisa',
    (_, limits, size, investment, turnover, next) => {
      const of = (investment_paise: bigint, turnover_paise: bigint) =>
        enterpriseSize({ investment_paise, turnover_paise }, limits);
      const x = crore(investment);
      const y = crore(turnover);
      expect(of(x - 1n, y - 1n)).toBe(size);
      expect(of(x, y)).toBe(size);
      expect(of(x + 1n, y)).toBe(next);
      expect(of(x, y + 1n)).toBe(next);
      expect(of(x + 1n, y + 1n)).toBe(next);
    },
  );

  it('one bound that is passed is enough, however small the other', () => {
    expect(enterpriseSize({ investment_paise: 0n, turnover_paise: crore(501) }, since2025)).toBeNull();
    expect(enterpriseSize({ investment_paise: crore(26), turnover_paise: 0n }, since2025)).toBe('medium');
  });
});

describe('R-4.3 what registers prove', () => {
  const found = {
    found: true,
    name: 'MEENA SILKS',
    status: 'active',
    activity: 'manufacturing',
    investment_paise: crore(1),
    turnover_paise: crore(1),
    womenOwned: false,
    socialCategory: 'general',
    linkedMobileEnding: '0111',
  } as const;
  const flags = (change: object) => provedByUdyam({ ...found, ...change }, since2025, own).map(({ flag }) => flag);

  it.each([
    [{}, ['enterprise', 'mse']],
    [{ womenOwned: true }, ['enterprise', 'mse', 'women']],
    [{ socialCategory: 'sc' }, ['enterprise', 'mse', 'sc_st']],
    [{ socialCategory: 'st', womenOwned: true }, ['enterprise', 'mse', 'women', 'sc_st']],
    [{ socialCategory: 'obc' }, ['enterprise', 'mse']],
    [{ activity: 'services' }, ['enterprise', 'mse']],
    [{ activity: 'trading', womenOwned: true }, ['enterprise']],
    [{ turnover_paise: crore(101), womenOwned: true }, ['enterprise']],
    [{ turnover_paise: crore(501) }, []],
    [{ status: 'cancelled' }, []],
    [{ name: 'Quite Another Holder' }, []],
  ] as const)('an enterprise with %j: %j', (change, expected) => expect(flags(change)).toEqual(expected));
  it('a number nobody knows proves nothing', () => expect(provedByUdyam({ found: false }, since2025, own)).toEqual([]));

  const startup = { found: true, name: 'Meena Silks', status: 'recognised', validTo: '2026-11-22' } as const;
  it.each([
    [startup, '2026-11-22', 1],
    [startup, '2026-11-23', 0],
    [{ ...startup, status: 'withdrawn' }, '2026-11-22', 0],
    [{ ...startup, name: 'Quite Another Holder' }, '2026-11-22', 0],
    [{ found: false }, '2026-11-22', 0],
  ] as const)('a recognition %j on %s proves %i', (answer, today, count) =>
    expect(provedByStartup(answer, today, own)).toHaveLength(count),
  );
});

describe('S-63 what sellers could be met again by', () => {
  it('PAN, account and mobile, and nothing else', () => {
    const papers = [
      { kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' },
      { kind: 'bank_account', holder: 'Meena Devi', account: '012345678', ifsc: 'SBIN0001234' },
      { kind: 'udyam', number: 'UDYAM-BR-01-0000111' },
    ] as const;
    expect(tracesOf(papers, '+919876500011').map(({ kind }) => kind)).toEqual(['pan', 'bank_account', 'mobile']);
    expect(tracesOf([], null)).toEqual([]);
  });
});
