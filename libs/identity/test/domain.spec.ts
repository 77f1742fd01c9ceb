import fc from 'fast-check';
import { isOfficialMailbox, maskedContact, parseContact } from '../src/domain/contact.js';
import { delegatedPermissions } from '../src/domain/delegation.js';
import { guess, patience, type GuessCount } from '../src/domain/guessing.js';
import { organisationKinds } from '../src/domain/organisation-kind.js';
import { weaknessOf } from '../src/domain/password-rules.js';
import { isHeldIn, permissionsOf, roleNames, roles, type Role } from '../src/domain/permissions.js';
import { assertRankFits, assertVerifierRank, type PostRank, type Rank } from '../src/domain/ranks.js';
import { excludedBy, excludingAct, purchaseActs, type PurchaseAct } from '../src/domain/separation.js';
import { chooseStanding } from '../src/domain/standing.js';
import { readKey, writeKey } from '../src/domain/api-key.js';

describe('permissions', () => {
  const officers = roleNames.filter((role) => role !== 'shopper' && !role.startsWith('maker_'));

  test.each(officers)('S-35 %s gives nothing before the second factor', (role) => {
    expect([...permissionsOf([role], false)].sort()).toEqual(['buyer:order', 'maker:apply']);
    expect(permissionsOf([role], true).size).toBeGreaterThan(2);
  });

  test.each(roleNames.filter((role) => role.startsWith('platform_')))('S-28 %s has no power in procurement', (role) => {
    expect([...permissionsOf([role], true)].filter((each) => each.startsWith('gov:'))).toEqual([]);
    expect(roles[role].secondPerson).toBe(true);
  });

  test('R-2.2 each kind of organisation holds its own roles only', () => {
    const held = Object.fromEntries(
      organisationKinds.map((kind) => [
        kind,
        roleNames.filter((role) => isHeldIn(role, kind)).map((r) => r.split('_')[0]),
      ]),
    );
    expect(new Set(held['seller'])).toEqual(new Set(['maker']));
    expect(new Set(held['buyer_office'])).toEqual(new Set(['gov']));
    expect(new Set(held['platform'])).toEqual(
      new Set(['platform', 'programme', 'conduct', 'payments', 'grievance', 'nodal']),
    );
    expect(new Set(held['district_nodal'])).toEqual(new Set(['district']));
  });

  test('R-2.2 who orders does not pay, who pays does not order, the verifier does neither', () => {
    const may = (role: Role) => permissionsOf([role], true);
    expect([may('gov_buyer').has('gov:order'), may('gov_buyer').has('gov:pay')]).toEqual([true, false]);
    expect([may('gov_pao').has('gov:pay'), may('gov_pao').has('gov:order')]).toEqual([true, false]);
    expect([...may('gov_verifying_authority')].filter((each) => each.startsWith('gov:'))).toEqual(['gov:verify']);
    const primary = [...may('gov_primary_user')].filter(
      (each) => /order|receive|pay|bill/.test(each) && each.startsWith('gov'),
    );
    expect(primary).toEqual([]);
  });

  test('R-0.8 a delegate gets what was handed over, as far as the maker may', () => {
    expect([...delegatedPermissions(['maker:list', 'maker:payouts', 'gov:pay'], ['maker_member'])]).toEqual([
      'maker:list',
    ]);
    expect([...delegatedPermissions(['maker:payouts'], ['maker_owner'])]).toEqual(['maker:payouts']);
    expect([...delegatedPermissions(['maker:list'], [])]).toEqual([]);
  });
});

describe('separation of duties', () => {
  const may = 'may';
  const not = 'may not';
  test.each<[Role, Role, string]>([
    ['gov_buyer', 'gov_consignee', may],
    ['gov_buyer', 'gov_pao', not],
    ['gov_buyer', 'gov_ddo', not],
    ['gov_consignee', 'gov_pao', not],
    ['gov_consignee', 'gov_ddo', not],
    ['gov_ddo', 'gov_pao', not],
    ['gov_primary_user', 'gov_buyer', not],
    ['gov_primary_user', 'gov_consignee', not],
    ['gov_primary_user', 'gov_ddo', not],
    ['gov_primary_user', 'gov_pao', not],
    ['gov_primary_user', 'gov_competent_authority', may],
    ['gov_competent_authority', 'gov_buyer', not],
    ['gov_competent_authority', 'gov_pao', not],
    ['gov_vigilance', 'gov_primary_user', not],
    ['gov_vigilance', 'gov_buyer', not],
    ['gov_vigilance', 'gov_pao', not],
    ['gov_verifying_authority', 'gov_primary_user', not],
    ['gov_verifying_authority', 'gov_buyer', not],
    ['gov_verifying_authority', 'gov_pao', not],
  ])('R-2.3 %s with %s: one person %s', (a, b, expected) => {
    expect(excludedBy(a, [b]) === null ? may : not).toBe(expected);
    expect(excludedBy(b, [a]) === null ? may : not).toBe(expected);
  });

  const excluded: Record<PurchaseAct, PurchaseAct[]> = {
    raise_demand: [],
    approve_demand: ['raise_demand'],
    publish_bid: [],
    open_bid: ['open_bid'],
    evaluate: [],
    recommend_award: [],
    approve_award: ['raise_demand', 'evaluate', 'recommend_award'],
    place_order: ['approve_demand'],
    receive: [],
    accept: [],
    raise_bill: [],
    certify_bill: ['raise_demand', 'place_order', 'receive', 'accept', 'raise_bill'],
    pay_bill: ['raise_demand', 'approve_demand', 'place_order', 'receive', 'accept', 'raise_bill', 'certify_bill'],
  };
  test.each(purchaseActs)('R-2.3 S-28 on one purchase, who may still "%s"', (act) => {
    const keeping = purchaseActs.filter(
      (before) => excludingAct(act, ['me'], [{ act: before, personId: 'me' }]) !== null,
    );
    expect(keeping).toEqual(excluded[act]);
    const others = purchaseActs.map((before) => ({ act: before, personId: 'somebody else' }));
    expect(excludingAct(act, ['me'], others)).toBeNull();
  });

  test('R-2.3 a delegate counts as both people', () => {
    expect(excludingAct('approve_demand', ['maker', 'delegate'], [{ act: 'raise_demand', personId: 'delegate' }])).toBe(
      'raise_demand',
    );
  });
});

describe('ranks', () => {
  test.each<[Role, PostRank, boolean]>([
    ['gov_primary_user', 'deputy_secretary', true],
    ['gov_primary_user', 'under_secretary', false],
    ['gov_primary_user', 'head_of_office', true],
    ['gov_buyer', 'section_officer', true],
    ['gov_buyer', 'assistant_section_officer', false],
    ['gov_consignee', 'assistant_section_officer', true],
    ['gov_pao', 'assistant_section_officer', true],
  ])('R-2.2 %s from the rank %s: %s', (role, rank, fits) => {
    const attempt = () => assertRankFits(role, rank);
    if (fits) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: 'rank_too_low' }));
  });

  test.each<[Rank, PostRank, string | null]>([
    ['deputy_secretary', 'deputy_secretary', null],
    ['director', 'deputy_secretary', null],
    ['under_secretary', 'deputy_secretary', null],
    ['joint_secretary', 'deputy_secretary', 'ranks_too_far'],
    ['section_officer', 'deputy_secretary', 'rank_too_low'],
    ['under_secretary', 'head_of_office', null],
  ])('R-2.2 a %s verifies a %s: %s', (verifier, primary, code) => {
    const attempt = () => assertVerifierRank(verifier, primary);
    if (code === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  });
});

describe('standing', () => {
  const none = { organisationId: null, postId: null };
  const grants = [
    { organisationId: 'A', role: 'gov_buyer', postId: 'P1' },
    { organisationId: 'A', role: 'gov_consignee', postId: 'P2' },
    { organisationId: 'B', role: 'maker_owner', postId: null },
  ];
  test('R-2.4 from a post only its own roles count; the first organisation is the default', () => {
    expect(chooseStanding(grants, none)).toEqual({ organisationId: 'A', postId: 'P1', roles: ['gov_buyer'] });
    expect(chooseStanding(grants, { ...none, postId: 'P2' })).toMatchObject({ roles: ['gov_consignee'] });
    expect(chooseStanding(grants, { ...none, organisationId: 'B' })).toMatchObject({
      postId: null,
      roles: ['maker_owner'],
    });
    expect(chooseStanding([], none)).toEqual({ organisationId: null, postId: null, roles: [] });
  });
  test.each([
    ['an organisation of others', { organisationId: 'C', postId: null }],
    ['a post of others', { organisationId: null, postId: 'P9' }],
    ['a post of another organisation', { organisationId: 'B', postId: 'P1' }],
  ])('S-42 nobody acts for %s', (_, wish) => {
    expect(chooseStanding(grants, wish)).toBeNull();
  });
});

describe('contacts', () => {
  test.each([
    ['9000000001', { kind: 'mobile', value: '+919000000001' }],
    ['+91 90000-00001', { kind: 'mobile', value: '+919000000001' }],
    ['09000000001', { kind: 'mobile', value: '+919000000001' }],
    ['5000000001', null],
    ['900000000', null],
    ['Bina.Das@Example.GOV.in ', { kind: 'email', value: 'bina.das@example.gov.in' }],
    ['bina@localhost', null],
    ['bina das@example.in', null],
    [`${'a'.repeat(300)}@example.in`, null],
  ])('R-4.29g %s', (text, expected) => {
    expect(parseContact(text)).toEqual(expected);
  });

  test.each([
    ['bina@example.gov.in', true],
    ['bina@gov.in', true],
    ['bina@nic.in', true],
    ['bina@notgov.in', false],
    ['bina@gov.in.example.com', false],
    ['bina@office.example', true],
  ])('R-2.4 %s is an official mailbox: %s', (address, expected) => {
    expect(isOfficialMailbox(address, ['office.example'])).toBe(expected);
  });

  test('S-34 what is shown of an address tells it to its owner only', () => {
    expect(maskedContact({ kind: 'mobile', value: '+919876543210' })).toBe('+919•••••••10');
    expect(maskedContact({ kind: 'email', value: 'bina.das@example.in' })).toBe('b•••@example.in');
  });
});

describe('passwords', () => {
  const mine = ['Meera Devi', '+919876543210', 'meera.bunkar@example.in', 'Bhagalpur'];
  test.each([
    'password',
    'P@ssw0rd123',
    'Password!!!!',
    'qwertyuiop',
    'iloveyou2024',
    'jaishriram108',
    'India@1947',
    '12345678',
    '83629174',
    'aaaaaaaaaa',
    'abcabcabcabc',
    'zyxwvuts',
    'short7!',
    'meeradevi',
    'Meera@123',
    '9876543210x',
    'bunkar1990',
    'odop-2026',
    'bhagalpur1',
    'x'.repeat(129),
  ])('S-31 %s is refused', (password) => {
    expect(weaknessOf(password, mine)).not.toBeNull();
  });
  test.each([
    'seven looms hum at dawn',
    'tR7#kq!vLp2z',
    'नदी के पार पुराना करघा',
    '  spaces count too  ',
    'meera weaves nine saris',
    '🧵🪡🧶🎋🏺🪔🧺🪆',
  ])('S-31 %s is taken', (password) => {
    expect(weaknessOf(password, mine)).toBeNull();
  });
});

describe('guessing', () => {
  test('S-33 the wait grows to its bound, and is forgotten after a day', () => {
    let now = new Date('2026-11-22T00:00:00Z');
    let count: GuessCount | null = null;
    const waits: number[] = [];
    for (let i = 0; i < 20; i++) {
      const next = guess('account', count, now);
      if ('wait_s' in next) throw new Error('waited too short');
      waits.push((next.freeAt.getTime() - now.getTime()) / 1_000);
      [count, now] = [next, next.freeAt];
    }
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8]);
    expect(Math.max(...waits)).toBe(patience.account.wait_max_s);
    const tomorrow = new Date(now.getTime() + 25 * 3_600_000);
    expect(guess('account', count, tomorrow)).toMatchObject({ failures: 1 });
  });

  test('S-33 whoever insists while waiting neither gets in nor makes it longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 1, max: 500 }), (failures, tries) => {
        const now = new Date('2026-11-22T00:00:00Z');
        const count = { failures, lastAt: now, freeAt: new Date(now.getTime() + 10_000) };
        for (let i = 0; i < tries; i++) if (!('wait_s' in guess('account', count, now))) return false;
        return true;
      }),
    );
  });
});

describe('API keys', () => {
  const id = '0192f000-0000-7000-8000-000000000001';
  const secret = 'a'.repeat(64);
  test('STD-1.11 what is written is read; other installations and forms are not', () => {
    const key = writeKey('test', id, secret);
    expect(key).toMatch(/^odb_test_[0-9a-f]{32}_[0-9a-f]{64}$/);
    expect(readKey(key, 'test')).toEqual({ id, secret });
    expect(readKey(key, 'live')).toBeNull();
    expect(readKey(`${key}0`, 'test')).toBeNull();
    expect(readKey('odb_test__', 'test')).toBeNull();
  });
});
