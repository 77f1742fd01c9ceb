import { judgeApplication } from '../src/domain/auto-checks.js';
import type { OutsideAnswers } from '../src/domain/look-ups.js';
import type { Evidence } from '../src/domain/evidence.js';
import { nameLikeness_bp, nameVerdict } from '../src/domain/name-match.js';

const bounds = { pass_bp: 8_500, review_bp: 6_000 };
const weaver = { class: 'weaver', name: 'Meena Devi Handlooms', gst_state: '27' } as const;
const pan: Evidence = { kind: 'pan', pan: 'AAPFU0939F', name: 'Umang Weaves' };
const gst: Evidence = { kind: 'gst', basis: 'gstin', number: '27AAPFU0939F1ZV' };
const bank: Evidence = { kind: 'bank_account', holder: 'Meena Devi', account: '012345678', ifsc: 'SBIN0001234' };
const unasked: OutsideAnswers = { gst: 'not_asked', bank: 'not_asked' };
const known = { found: true, legalName: 'Umang Weaves', status: 'active', scheme: 'regular' } as const;

describe('R-4.2 names', () => {
  it.each([
    ['Smt. Meena Devi', 'MEENA DEVI', 10_000],
    ['Devi, Meena', 'Meena Devi', 10_000],
    ['Meena Rani Devi', 'Meena Devi', 8_000],
    ['Meena Devi', 'Suresh Yadav', 0],
    ['', 'Meena Devi', 0],
  ])('%s and %s are alike by %i bp', (a, b, bp) => expect(nameLikeness_bp(a, b)).toBe(bp));

  it('a slip of the pen still counts for most of a word', () => {
    expect(nameLikeness_bp('Lakshmi Narayanan', 'Lakshmy Narayanan')).toBeGreaterThan(9_000);
  });

  it.each([
    [8_500, 'same'],
    [8_499, 'look'],
    [6_000, 'look'],
    [5_999, 'other'],
  ])('%i bp means %s', (bp, verdict) => expect(nameVerdict(bp, bounds)).toBe(verdict));
});

describe('SM-1 what the machine finds', () => {
  const finding = (papers: Evidence[], kind: string, answers: Partial<OutsideAnswers>) =>
    judgeApplication(weaver, papers, { ...unasked, ...answers }, bounds).findings.find((one) => one.kind === kind);

  it.each<[string, OutsideAnswers['gst'], string]>([
    ['the register knows it', known, 'passed'],
    ['the register writes the name a little differently', { ...known, legalName: 'Umang Weaves Udyog' }, 'manual'],
    ['the register knows another name', { ...known, legalName: 'Quite Another Firm' }, 'failed'],
    ['the registration was cancelled', { ...known, status: 'cancelled' }, 'failed'],
    ['the register does not know it', { found: false }, 'failed'],
    ['the register does not answer', 'unreachable', 'manual'],
  ])('a GSTIN: %s', (_, answer, expected) =>
    expect(finding([pan, gst], 'gst', { gst: answer })?.finding).toBe(expected),
  );

  it('a GSTIN of another PAN or State fails', () => {
    const otherPan: Evidence = { kind: 'pan', pan: 'AAGCB7383J', name: 'Bidri' };
    expect(finding([otherPan, gst], 'gst', { gst: known })?.note).toContain('another PAN');
    const elsewhere = judgeApplication({ ...weaver, gst_state: '10' }, [pan, gst], { ...unasked, gst: known }, bounds);
    expect(elsewhere.event).toBe('auto_check_fail');
  });

  it.each<[string, OutsideAnswers['bank'], string]>([
    ['the name fits', { exists: true, nameAtBank: 'MEENA DEVI' }, 'passed'],
    ['the name nearly fits', { exists: true, nameAtBank: 'Meena Rani Devi' }, 'manual'],
    ['the name is another', { exists: true, nameAtBank: 'Suresh Yadav' }, 'failed'],
    ['the bank gives no name', { exists: true, nameAtBank: null }, 'manual'],
    ['there is no such account', { exists: false }, 'failed'],
    ['the bank does not answer', 'unreachable', 'manual'],
  ])('a bank account: %s', (_, answer, expected) =>
    expect(finding([bank], 'bank_account', { bank: answer })?.finding).toBe(expected),
  );

  it('a PAN that does not fit the name is for the officer', () => {
    expect(finding([{ kind: 'pan', pan: 'AAAPK1234C', name: 'Meena Devi' }], 'pan', {})?.finding).toBe('manual');
    expect(finding([{ kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' }], 'pan', {})?.finding).toBe('passed');
  });

  const valid = { found: true, status: 'valid', nameFits: true } as const;
  const own: Evidence = { kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' };
  it.each<[string, OutsideAnswers['pan'], string]>([
    ['is hers', valid, 'passed'],
    ['is in the register, which tells no names', { ...valid, nameFits: null }, 'passed'],
    ['is not in force', { ...valid, status: 'inactive' }, 'failed'],
    ['is of another person', { ...valid, nameFits: false }, 'failed'],
    ['is not in the register', { found: false }, 'failed'],
    ['cannot be asked about now', 'unreachable', 'manual'],
  ])('R-4.20 a PAN that %s', (_, answer, expected) =>
    expect(finding([own], 'pan', { pan: answer })?.finding).toBe(expected),
  );

  const result = {
    reference: 'K1',
    verifiedAt: '2026-01-05T06:30:00.000Z',
    name: 'Meena Devi',
    last4: '0111',
    consentId: 'C1',
  };
  const kyc: Evidence = { kind: 'authorised_person', persons: [{ name: 'Meena Devi', kycReference: 'KYC-000111' }] };
  it.each<[string, OutsideAnswers['persons'], string]>([
    ['is of her', [{ found: true, verified: true, result }], 'passed'],
    [
      'nearly has her name',
      [{ found: true, verified: true, result: { ...result, name: 'Meena Rani Devi' } }],
      'manual',
    ],
    ['is of somebody else', [{ found: true, verified: true, result: { ...result, name: 'Suresh Yadav' } }], 'failed'],
    ['did not succeed', [{ found: true, verified: false, result }], 'failed'],
    ['nobody knows', [{ found: false }], 'failed'],
    ['was not looked up', 'not_asked', 'manual'],
    ['cannot be asked about now', 'unreachable', 'manual'],
  ])('R-4.30 an e-KYC that %s', (_, answer, expected) =>
    expect(finding([kyc], 'authorised_person', { persons: answer })?.finding).toBe(expected),
  );

  const udyam: Evidence = { kind: 'udyam', number: 'UDYAM-BR-01-0000111' };
  const enterprise = {
    found: true,
    name: 'Meena Devi Handlooms',
    status: 'active',
    activity: 'manufacturing',
    investment_paise: 1n,
    turnover_paise: 1n,
    womenOwned: true,
    socialCategory: 'general',
    linkedMobileEnding: '0111',
  } as const;
  it.each<[string, OutsideAnswers['udyam'], string]>([
    ['is hers', enterprise, 'passed'],
    ['is nearly hers', { ...enterprise, name: 'Meena Handlooms' }, 'manual'],
    ['is of another enterprise', { ...enterprise, name: 'Quite Another Firm' }, 'failed'],
    ['was cancelled', { ...enterprise, status: 'cancelled' }, 'failed'],
    ['is not in the register', { found: false }, 'failed'],
    ['cannot be asked about now', 'unreachable', 'manual'],
  ])('R-4.23 a Udyam number that %s', (_, answer, expected) =>
    expect(finding([udyam], 'udyam', { udyam: answer })?.finding).toBe(expected),
  );

  const code: Evidence = { kind: 'shg_code', code: '12-AB-34', federation: 'Jeevika' };
  const group = {
    found: true,
    name: 'Meena Devi Handlooms',
    federation: 'Jeevika',
    status: 'active',
    members: 12,
  } as const;
  it.each<[string, OutsideAnswers['group'], string]>([
    ['is theirs', group, 'passed'],
    ['is of another group', { ...group, name: 'Quite Another Group' }, 'failed'],
    ['is of a closed group', { ...group, status: 'closed' }, 'failed'],
    ['no federation knows', { found: false }, 'failed'],
    ['cannot be asked about now', 'unreachable', 'manual'],
  ])('R-4.29e a code of a group that %s', (_, answer, expected) =>
    expect(finding([code], 'shg_code', { group: answer })?.finding).toBe(expected),
  );

  it('one failed paper sends the application back, a doubtful one does not', () => {
    const bad = judgeApplication(weaver, [bank], { ...unasked, bank: { exists: false } }, bounds);
    expect(bad.event).toBe('auto_check_fail');
    const doubtful = judgeApplication(weaver, [bank], { ...unasked, bank: 'unreachable' }, bounds);
    expect(doubtful.event).toBe('auto_checks_pass');
  });

  it.each<[Evidence, OutsideAnswers['gst'], string]>([
    [gst, known, 'registered'],
    [gst, { ...known, scheme: 'composition' }, 'composition'],
    [{ kind: 'gst', basis: 'enrolment', number: '0726ABCDE1234' }, 'not_asked', 'enrolled_unregistered'],
    [{ kind: 'gst', basis: 'exempt' }, 'not_asked', 'exempt'],
  ])('R-6.9 GST standing of %j: %s', (paper, answer, expected) =>
    expect(judgeApplication(weaver, [pan, paper], { ...unasked, gst: answer }, bounds).gst_status).toBe(expected),
  );
});
