import fc from 'fast-check';
import {
  assertKeepsMembers,
  assertMemberDates,
  assertMembersAsked,
  assertOpenToMembers,
  assertShares,
  splitByShares,
  type MemberDates,
} from '../src/domain/member.js';
import { sellerClasses } from '../src/domain/seller-class.js';
import { sellerStates } from '../src/domain/seller.states.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    const { code, facts } = error as { code?: string; facts?: { why?: string } };
    return facts?.why ?? code ?? String(error);
  }
};

describe('R-4.1 members of a group', () => {
  it('are kept by groups and producer companies only', () => {
    expect(sellerClasses.filter((one) => codeOf(() => assertKeepsMembers(one)) === 'none')).toEqual([
      'shg',
      'fpo_company',
      'fpo_cooperative',
    ]);
    expect(codeOf(() => assertKeepsMembers('artisan'))).toBe('members_not_kept');
  });

  it.each([
    ['2026-11-22', null, 'none'],
    ['2026-11-23', null, 'nobody joins on a day to come'],
    ['2026-11-20', '2026-11-19', 'she joined later'],
    ['2026-11-20', '2026-11-20', 'none'],
  ])('joined on %s, left on %s: %s', (joined, left, says) =>
    expect(codeOf(() => assertMemberDates('2026-11-22', joined, left))).toBe(says),
  );

  it('are written while a group applies or sells, and asked once an officer has it', () => {
    const serving = ['verified', 'active', 'restricted', 'moratorium', 'suspended'];
    const those = (fits: (state: (typeof sellerStates.names)[number]) => void) =>
      sellerStates.names.filter((state) => codeOf(() => fits(state)) === 'none').sort();
    expect(those(assertOpenToMembers)).toEqual(['draft', 'needs_correction', 'under_review', ...serving].sort());
    expect(those(assertMembersAsked)).toEqual(['under_review', ...serving].sort());
    expect(codeOf(() => assertOpenToMembers('rejected'))).toBe('evidence_closed');
    expect(codeOf(() => assertMembersAsked('draft'))).toBe('members_not_asked_yet');
  });

  const today = '2026-11-22';
  const agreed = (id: string, change: Partial<MemberDates> = {}): MemberDates => ({
    id,
    joined_on: '2026-01-01',
    left_on: null,
    consent: 'code',
    ...change,
  });
  const both = [agreed('a'), agreed('b', { consent: 'paper' })];
  const halves = [
    { memberId: 'a', share_bp: 5_000 },
    { memberId: 'b', share_bp: 5_000 },
  ];
  it.each([
    ['the whole', halves, both, today, 'none'],
    ['a day gone by', halves, both, '2026-11-21', 'shares of days gone by are not changed'],
    [
      'one basis point too few',
      [halves[0]!, { memberId: 'b', share_bp: 4_999 }],
      both,
      today,
      'it adds up to 9999 of 10000 basis points',
    ],
    [
      'one too many',
      [halves[0]!, { memberId: 'b', share_bp: 5_001 }],
      both,
      today,
      'it adds up to 10001 of 10000 basis points',
    ],
    ['one member twice', [halves[0]!, halves[0]!], both, today, 'somebody stands in it twice'],
    ['a stranger', [halves[0]!, { memberId: 'c', share_bp: 5_000 }], both, today, 'somebody in it is no member'],
    [
      'one who has not agreed',
      halves,
      [both[0]!, agreed('b', { consent: 'asked' })],
      today,
      'somebody in it has not agreed yet',
    ],
    ['one who left', halves, [both[0]!, agreed('b', { left_on: '2026-11-01' })], today, 'somebody in it has left'],
    [
      'one who joins later',
      halves,
      [both[0]!, agreed('b', { joined_on: '2026-12-01' })],
      today,
      'somebody in it joins later',
    ],
  ])('shares with %s', (_, shares, members, day, says) =>
    expect(codeOf(() => assertShares(shares, members, day, today))).toBe(says),
  );
});

describe('S-9 a payout is split by shares', () => {
  const of = (...parts: number[]) => parts.map((share_bp, i) => ({ memberId: `m${i}`, share_bp }));
  it.each([
    [100n, of(5_000, 5_000), [50n, 50n]],
    [101n, of(5_000, 5_000), [51n, 50n]],
    [100n, of(3_334, 3_333, 3_333), [34n, 33n, 33n]],
    [10n, of(3_333, 3_333, 3_334), [3n, 3n, 4n]],
    [1n, of(1, 9_999), [0n, 1n]],
    [0n, of(10_000), [0n]],
  ])('%s paise by %j', (amount, shares, parts) => expect(splitByShares(amount, shares)).toEqual(parts));

  it('whatever the amount and the shares, nothing is lost and nobody is a paisa off', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), cuts, (amount, points) => {
        const edges = [0, ...points.sort((a, b) => a - b), 10_000];
        const shares = of(...edges.slice(1).map((edge, i) => edge - edges[i]!));
        const parts = splitByShares(amount, shares);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
        parts.forEach((part, i) => {
          const exact = (amount * BigInt(shares[i]!.share_bp)) / 10_000n;
          expect(part === exact || part === exact + 1n).toBe(true);
        });
      }),
    );
  });
});
