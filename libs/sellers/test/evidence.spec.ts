import { assertAskedFor, assertMayApply, lacking, lacks, progress, submitted } from '../src/domain/application.js';
import { saysLack } from '../src/domain/evidence-words.js';
import { assertNotOwn, confirmEvidence } from '../src/domain/approval.js';
import { evidenceKinds, missingEvidence, needOf } from '../src/domain/evidence-matrix.js';
import { evidenceInput, type Evidence } from '../src/domain/evidence.js';
import { readEvidence } from '../src/domain/read-evidence.js';
import { chooseDesk, type Office } from '../src/domain/review-desk.js';
import { reviewedBy, sellerClasses } from '../src/domain/seller-class.js';

const now = new Date('2026-11-22T06:00:00Z');
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const individual = { gstBasis: null, incorporated: false, sellsMuch: false } as const;

describe('R-4.1 evidence by class', () => {
  it.each([
    ['artisan', 'authorised_person pan pehchan_card gst bank_account land_border'],
    ['weaver', 'authorised_person pan weaver_id gst bank_account land_border'],
    ['shg', 'authorised_person shg_code producer_register gst bank_account land_border'],
    ['fpo_company', 'authorised_person pan registration producer_register gst bank_account land_border'],
    ['fpo_cooperative', 'authorised_person pan registration producer_register gst bank_account land_border'],
    ['micro_small', 'authorised_person pan gst bank_account land_border'],
    ['startup', 'authorised_person pan dpiit gst bank_account land_border'],
    ['other', 'authorised_person pan registration gst bank_account land_border'],
  ] as const)('%s shows %s', (sellerClass, expected) => {
    expect(missingEvidence(sellerClass, [], individual).join(' ')).toBe(expected);
  });

  /** The rule book's table, by class; a number once given may be asked of an SHG only with GST, hence C. */
  const M = 'mandatory';
  const C = 'conditional';
  const O = 'optional';
  const no = 'not asked';
  const columns = ['artisan', 'weaver', 'shg', 'fpo_company', 'fpo_cooperative', 'micro_small', 'startup', 'other'];
  it.each([
    ['authorised_person', M, M, M, M, M, M, M, M],
    ['pan', M, M, C, M, M, M, M, M],
    ['pehchan_card', M, no, O, no, no, no, no, no],
    ['weaver_id', no, M, O, no, no, no, no, no],
    ['shg_code', no, no, M, no, no, no, no, no],
    ['registration', no, no, no, M, M, C, C, M],
    ['producer_register', no, no, M, M, M, no, no, no],
    ['udyam', O, O, O, O, O, C, O, O],
    ['dpiit', no, no, no, no, no, no, M, no],
    ['gst', M, M, M, M, M, M, M, M],
    ['itr', no, no, no, C, C, C, C, C],
    ['bank_account', M, M, M, M, M, M, M, M],
    ['fssai', C, no, C, C, C, C, C, C],
    ['gi_user', C, C, C, C, C, C, C, C],
    ['land_border', M, M, M, M, M, M, M, M],
  ] as const)('%s by class', (kind, ...cells) => {
    const letters: Readonly<Record<string, string>> = { [M]: 'M', [C]: 'C', [O]: 'O', [no]: '–' };
    expect(sellerClasses).toEqual(columns);
    expect(sellerClasses.map((sellerClass) => needOf(kind, sellerClass))).toEqual(cells.map((cell) => letters[cell]));
  });

  it.each(sellerClasses.map((one) => [one]))('%s: each paper that is given brings her one step on', (sellerClass) => {
    const bearers = [1, 2].map(() => ({ name: 'Sita Devi', pan: 'AAAPD1234C' }));
    const sample: Readonly<Record<string, Evidence>> = {
      authorised_person: { kind: 'authorised_person', persons: bearers },
      pan: { kind: 'pan', pan: 'AAAPD1234C', name: 'Sita Devi' },
      pehchan_card: { kind: 'pehchan_card', number: 'BR-12345', office: 'Bhagalpur' },
      weaver_id: { kind: 'weaver_id', number: 'HL-12345', office: 'Bhagalpur' },
      shg_code: { kind: 'shg_code', code: '12-AB-34', federation: 'Jeevika' },
      registration: { kind: 'registration', form: 'cooperative', number: 'BR/123/2019' },
      producer_register: { kind: 'producer_register', members: 12, districts: ['bhagalpur'] },
      dpiit: { kind: 'dpiit', number: 'DIPP123' },
      gst: sellerClass === 'other' ? { kind: 'gst', basis: 'gstin' } : { kind: 'gst', basis: 'exempt' },
      bank_account: { kind: 'bank_account', holder: 'Sita Devi', account: '012345678', ifsc: 'SBIN0001234' },
      land_border: { kind: 'land_border', declares: true },
    };
    const papers: Evidence[] = [];
    const steps: [number, number][] = [];
    for (let next = lacks(sellerClass, papers, 2); ; next = lacks(sellerClass, papers, 2)) {
      const { given, needed } = progress(sellerClass, papers, next);
      steps.push([given, needed]);
      if (next.length === 0) break;
      papers.push(sample[next[0]!.kind]!);
    }
    const [, needed] = steps[0]!;
    expect(steps).toEqual(Array.from({ length: needed + 1 }, (_, given) => [given, needed]));
    expect(submitted('draft', lacking(sellerClass, papers, 2))).toBe('submit');
  });

  it('what is missing is told in plain words of both languages', () => {
    for (const kind of evidenceKinds) {
      const { en, hi } = saysLack({ kind, what: 'paper' }, 2);
      expect(en).toMatch(/^[A-Z].{8,120}\.$/);
      expect(hi).toMatch(/^[\u0900-\u097f ():,।]{8,120}$/);
    }
    expect(saysLack({ kind: 'authorised_person', what: 'office_bearers' }, 2).hi).toContain('2 पदाधिकारियों');
    expect(saysLack({ kind: 'gst', what: 'gstin' }, 2).en).toContain('GSTIN');
  });

  it('a group needs a PAN once it stands in a GST register', () => {
    expect(missingEvidence('shg', [], { ...individual, gstBasis: 'enrolment' })).toContain('pan');
    expect(missingEvidence('shg', [], { ...individual, gstBasis: 'exempt' })).not.toContain('pan');
  });

  it.each([
    [49_999_999, false],
    [50_000_000, false],
    [50_000_001, true],
  ])('a group that sold for %i paise in a year shows a PAN of its own: %s', (sold, needsPan) => {
    const yearlySales = { paise: sold, currency: 'INR' } as const;
    const group: Evidence = { kind: 'shg_code', code: '12-AB-34', federation: 'Jeevika', yearlySales };
    expect(lacking('shg', [group], 2, 50_000_000n).includes('pan')).toBe(needsPan);
  });

  it.each([
    [{ members: 0, districts: ['bhagalpur'] }, false],
    [{ members: 1, districts: [] }, false],
    [{ members: 1, districts: ['bhagalpur'] }, true],
    [{ members: 1.5, districts: ['bhagalpur'] }, false],
    [{ members: 12 }, false],
  ])('a register of producers %j is one: %s', (register, isOne) =>
    expect(evidenceInput.safeParse({ kind: 'producer_register', ...register }).success).toBe(isOne),
  );

  it('R-4.30 who signs is known by her PAN or by a reference of an e-KYC, never by an Aadhaar number', () => {
    const persons = (person: object) => evidenceInput.safeParse({ kind: 'authorised_person', persons: [person] });
    expect(persons({ name: 'Sita Devi', pan: 'AAAPD1234C' }).success).toBe(true);
    expect(persons({ name: 'Sita Devi', kycReference: 'KYC-2026-000111' }).success).toBe(true);
    expect(persons({ name: 'Sita Devi', kycReference: '2341 2341 2346' }).success).toBe(false);
    expect(persons({ name: 'Sita Devi', aadhaar: '234123412346' }).success).toBe(false);
    expect(persons({ name: 'Sita Devi' }).success).toBe(false);
  });

  it('an incorporated enterprise shows its registration', () => {
    expect(missingEvidence('micro_small', [], { ...individual, incorporated: true })).toContain('registration');
  });

  it('asks for nothing the class does not have', () => {
    expect(codeOf(() => assertAskedFor('weaver_id', 'artisan'))).toBe('evidence_not_asked');
    expect(codeOf(() => assertAskedFor('pehchan_card', 'artisan'))).toBe('none');
  });

  it('a group names two office bearers, a firm its GSTIN', () => {
    const bearer = { name: 'Sita Devi', pan: 'AAAPD1234C' };
    expect(lacking('shg', [{ kind: 'authorised_person', persons: [bearer] }], 2)).toContain(
      'authorised_person: 2 office bearers',
    );
    expect(lacking('shg', [{ kind: 'authorised_person', persons: [bearer, bearer] }], 2)).not.toContain(
      'authorised_person: 2 office bearers',
    );
    expect(lacking('other', [{ kind: 'gst', basis: 'exempt' }], 2)).toContain('gst: a GSTIN');
  });
});

describe('papers are read', () => {
  it.each<[Evidence, string]>([
    [{ kind: 'pan', pan: 'aaapd1234c', name: 'Meena Devi' }, 'none'],
    [{ kind: 'pan', pan: 'AAAPD1234', name: 'Meena Devi' }, 'evidence_malformed'],
    [{ kind: 'gst', basis: 'gstin', number: '27AAPFU0939F1ZV' }, 'none'],
    [{ kind: 'gst', basis: 'gstin', number: '27AAPFU0939F1ZW' }, 'evidence_malformed'],
    [{ kind: 'gst', basis: 'gstin' }, 'evidence_malformed'],
    [{ kind: 'gst', basis: 'exempt' }, 'none'],
    [{ kind: 'gst', basis: 'enrolment', number: '0726ABCDE1234' }, 'none'],
    [{ kind: 'gst', basis: 'enrolment', number: '12' }, 'evidence_malformed'],
    [{ kind: 'bank_account', holder: 'Meena Devi', account: '012345678', ifsc: 'SBIN0001234' }, 'none'],
    [{ kind: 'bank_account', holder: 'Meena Devi', account: '12345678', ifsc: 'SBIN0001234' }, 'evidence_malformed'],
    [{ kind: 'bank_account', holder: 'Meena Devi', account: '012345678', ifsc: 'SBIN1001234' }, 'evidence_malformed'],
    [{ kind: 'fssai', number: '10020123000123', expiresOn: '2026-11-23' }, 'none'],
    [{ kind: 'fssai', number: '10020123000123', expiresOn: '2026-11-22' }, 'evidence_expired'],
    [{ kind: 'fssai', number: '30020123000123', expiresOn: '2027-11-22' }, 'evidence_malformed'],
    [{ kind: 'registration', form: 'cin', number: 'U17120KA2020PTC012345' }, 'none'],
    [{ kind: 'registration', form: 'cin', number: 'U17120KA2027PTC012345' }, 'evidence_malformed'],
    [{ kind: 'registration', form: 'cooperative', number: 'BR/123/2019' }, 'none'],
    [{ kind: 'registration', form: 'cooperative', number: '2341 2341 2346' }, 'evidence_malformed'],
    [{ kind: 'gst', basis: 'enrolment', number: '999999990019' }, 'evidence_malformed'],
    [{ kind: 'pehchan_card', number: '234123412346', office: 'Bhagalpur' }, 'evidence_malformed'],
    [{ kind: 'weaver_id', number: '234123412346', office: 'Bhagalpur' }, 'evidence_malformed'],
    [{ kind: 'shg_code', code: '2341-2341-2346', federation: 'Jeevika' }, 'evidence_malformed'],
  ])('%j → %s', (given, code) => expect(codeOf(() => readEvidence(given, now, '2027-11-22'))).toBe(code));

  it('a hint never carries a whole number of a person or account', () => {
    expect(readEvidence({ kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' }, now, '2027-11-22').hint).toBe(
      'XXXXXX234C',
    );
    const bank = readEvidence(
      { kind: 'bank_account', holder: 'M', account: '012345678', ifsc: 'SBIN0001234' },
      now,
      '2027-11-22',
    );
    expect(bank.hint).toBe('XXXXX5678 at SBIN0001234');
  });

  it('R-4.29d a card claims its number within the office that issued it', () => {
    const card = readEvidence({ kind: 'pehchan_card', number: 'br-12345', office: 'Bhagalpur' }, now, '2027-11-22');
    expect(card.claim).toBe('BHAGALPUR/BR-12345');
  });

  it('a declaration on land borders holds for a year', () => {
    expect(readEvidence({ kind: 'land_border', declares: true }, now, '2027-11-22').valid_to).toBe('2027-11-22');
  });

  it('S-64 no paper takes an Aadhaar number in its free text', () => {
    const given = { kind: 'shg_code', code: '12-AB-34', federation: 'card 2341 2341 2346' };
    expect(evidenceInput.safeParse(given).success).toBe(false);
  });
});

describe('SM-1 applying and deciding', () => {
  const earlier = (state: 'rejected' | 'under_review', since: string) => [
    { id: '0192aaaa-0000-7000-8000-000000000001', state, state_since: new Date(since) },
  ];
  it.each([
    ['2026-10-24T06:00:00Z', 'reapply_too_soon'],
    ['2026-10-23T06:00:00Z', 'none'],
  ])('rejected on %s: a new application on 22 November is %s', (since, code) =>
    expect(codeOf(() => assertMayApply(earlier('rejected', since), now, 30))).toBe(code),
  );
  it('one application at a time', () =>
    expect(codeOf(() => assertMayApply(earlier('under_review', '2026-01-01T00:00:00Z'), now, 30))).toBe(
      'application_open',
    ));

  it('handing in needs every paper, and knows a repeated handing in', () => {
    expect(submitted('draft', [])).toBe('submit');
    expect(submitted('needs_correction', [])).toBe('resubmit');
    expect(codeOf(() => submitted('draft', ['pan']))).toBe('evidence_missing');
    expect(codeOf(() => submitted('under_review', []))).toBe('illegal_transition');
  });

  it('the officer vouches for what no machine could check', () => {
    const papers = [
      { kind: 'pan', finding: 'passed' },
      { kind: 'pehchan_card', finding: 'manual' },
    ] as const;
    expect(codeOf(() => confirmEvidence(papers, []))).toBe('evidence_unverified');
    expect(confirmEvidence(papers, ['pehchan_card'])).toEqual(['pehchan_card']);
  });

  it('S-28 nobody decides on her own application', () => {
    expect(codeOf(() => assertNotOwn('p1', 'p1'))).toBe('own_application');
    expect(codeOf(() => assertNotOwn('p1', 'p2'))).toBe('none');
  });

  const office = (kind: Office['kind']): Office => ({ id: kind, kind });
  it.each([
    ['district', ['district_nodal', 'state_nodal', 'platform'], 'district_nodal', 'state_nodal'],
    ['district', ['district_nodal', 'platform'], 'district_nodal', 'platform'],
    ['district', ['state_nodal', 'platform'], 'state_nodal', 'platform'],
    ['district', ['platform'], 'platform', 'platform'],
    ['platform', ['district_nodal', 'state_nodal', 'platform'], 'platform', null],
  ] as const)('by %s with %j: on the desk of %s, above it %s', (by, kinds, desk_id, above_id) =>
    expect(chooseDesk(by, kinds.map(office))).toEqual({ desk_id, above_id }),
  );

  it('programme classes are reviewed in their district', () => {
    expect(sellerClasses.filter((one) => reviewedBy(one) === 'district')).toEqual([
      'artisan',
      'weaver',
      'shg',
      'fpo_company',
      'fpo_cooperative',
    ]);
  });
});
