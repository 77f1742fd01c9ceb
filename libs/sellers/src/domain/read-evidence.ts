import {
  faultSays,
  readBankAccount,
  readCin,
  readCooperativeNumber,
  readDpiit,
  readFssai,
  readGiApplication,
  readGstEnrolment,
  readGstin,
  readIfsc,
  readPan,
  readPehchan,
  readShgCode,
  readUdyam,
  type Checked,
} from '#platform/identifiers';
import { istDay } from '#platform/time';
import { fail } from './seller.errors.js';
import type { Evidence, EvidenceOf } from './evidence.js';

/** A paper as it is kept. */
export interface ReadEvidence {
  /** With every number in its normal form; sealed before it is stored. */
  value: Evidence;
  /** What a screen may show: never a whole number that identifies a person or an account. */
  hint: string;
  /** What must belong to one verified seller only; null when the paper claims nothing. */
  claim: string | null;
  /** Last day on which it holds, if it ends. */
  valid_to: string | null;
}

/**
 * Reads the numbers of a paper and brings them into their normal form.
 * @param now  for years and days of expiry
 * @param landBorderEnds  last day of a declaration on land borders made now
 * @throws evidence_malformed, evidence_expired (422)
 * @rule      R-4.29b R-4.29c R-4.29d R-4.29e
 */
export function readEvidence(given: Evidence, now: Date, landBorderEnds: string): ReadEvidence {
  const today = istDay(now);
  const year_now = Number(today.slice(0, 4));
  switch (given.kind) {
    case 'authorised_person': {
      const persons = given.persons.map((person) =>
        'pan' in person ? { name: person.name, pan: must(given, 'PAN', readPan(person.pan)).value } : person,
      );
      const withPan = persons.filter((person) => 'pan' in person).length;
      const says = [`${withPan} with PAN`, `${persons.length - withPan} by e-KYC`];
      return kept({ ...given, persons }, says.filter((part) => !part.startsWith('0')).join(', '));
    }
    case 'pan': {
      const pan = must(given, 'PAN', readPan(given.pan)).value;
      return kept({ ...given, pan }, masked(pan));
    }
    case 'pehchan_card':
    case 'weaver_id': {
      const number = must(given, 'number', readPehchan(given.number)).value;
      return { ...kept({ ...given, number }, masked(number)), claim: `${given.office.toUpperCase()}/${number}` };
    }
    case 'shg_code': {
      const code = must(given, 'code', readShgCode(given.code)).value;
      return { ...kept({ ...given, code }, code), claim: code };
    }
    case 'registration':
      return readRegistration(given, year_now);
    case 'udyam': {
      const number = must(given, 'number', readUdyam(given.number)).value;
      return { ...kept({ ...given, number }, number), claim: number };
    }
    case 'dpiit': {
      const number = must(given, 'number', readDpiit(given.number)).value;
      return { ...kept({ ...given, number }, number), claim: number };
    }
    case 'gst':
      return readGst(given);
    case 'bank_account': {
      const read = readPayoutAccount(given);
      return kept(read, `${masked(read.account)} at ${read.ifsc}`);
    }
    case 'fssai': {
      const number = must(given, 'number', readFssai(given.number, year_now)).value;
      return ending({ ...given, number }, number, given.expiresOn, today);
    }
    case 'gi_user': {
      const applicationNo = must(given, 'application number', readGiApplication(given.applicationNo)).value;
      return ending({ ...given, applicationNo }, `application ${applicationNo}`, given.expiresOn, today);
    }
    case 'land_border':
      return ending(given, 'declared', landBorderEnds, today);
    case 'producer_register':
      return kept(given, `${given.members} members`);
    case 'itr':
      return kept(given, `assessment year ${given.assessmentYear}`);
  }
}

function readRegistration(given: EvidenceOf<'registration'>, year_now: number): ReadEvidence {
  if (given.form === 'cooperative') {
    const number = must(given, 'registration number', readCooperativeNumber(given.number)).value;
    return kept({ ...given, number }, number);
  }
  const number = must(given, 'CIN', readCin(given.number, year_now)).value;
  return { ...kept({ ...given, number }, number), claim: number };
}

function readGst(given: EvidenceOf<'gst'>): ReadEvidence {
  if (given.basis === 'exempt') return kept({ ...given, number: undefined }, 'declared exempt');
  const typed = given.number ?? '';
  if (given.basis === 'gstin') {
    const number = must(given, 'GSTIN', readGstin(typed)).value;
    return { ...kept({ ...given, number }, number), claim: number };
  }
  const number = must(given, 'enrolment number', readGstEnrolment(typed)).value;
  return { ...kept({ ...given, number }, masked(number)), claim: number };
}

const kept = (value: Evidence, hint: string): ReadEvidence => ({ value, hint, claim: null, valid_to: null });

function ending(value: Evidence, hint: string, valid_to: string, today: string): ReadEvidence {
  if (valid_to <= today) throw fail('evidence_expired', { kind: value.kind, expired: valid_to });
  return { ...kept(value, hint), valid_to };
}

function must<T extends object>(given: Evidence, member: string, read: Checked<T>): { value: string } {
  if (read.ok) return read;
  throw fail('evidence_malformed', { kind: given.kind, member, fault: read.fault, why: faultSays[read.fault] });
}

/** All but the last four characters struck out. */
const masked = (text: string): string => 'X'.repeat(Math.max(0, text.length - 4)) + text.slice(-4);

export type PayoutAccountInput = Extract<Evidence, { kind: 'bank_account' }>;

/** The account as banks write it, however it was typed. @throws evidence_malformed (422) */
export function readPayoutAccount(given: PayoutAccountInput): PayoutAccountInput {
  const account = must(given, 'account number', readBankAccount(given.account)).value;
  const ifsc = must(given, 'IFSC', readIfsc(given.ifsc)).value;
  return { ...given, account, ifsc };
}
