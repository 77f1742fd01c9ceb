import { panFitsName } from '#platform/identifiers';
import type { Evidence, EvidenceOf } from './evidence.js';
import type { EvidenceKind } from './evidence-matrix.js';
import { nameLikeness_bp, nameVerdict } from './name-match.js';
import type { BankAnswer } from '../ports/penny-drop.js';
import type { GstAnswer } from '../ports/gst-register.js';
import type { SellerClass } from './seller-class.js';

/** How a seller stands to GST; it decides where she may ship. */
export type GstStatus = 'registered' | 'composition' | 'enrolled_unregistered' | 'exempt';

/** What the machine thinks of one paper: `manual` leaves it to the officer. */
export interface Finding {
  kind: EvidenceKind;
  finding: 'passed' | 'manual' | 'failed';
  note: string | null;
}

/** What the outside said. `unreachable` never blocks a maker: an officer looks instead. */
export interface OutsideAnswers {
  gst: GstAnswer | 'not_asked' | 'unreachable';
  bank: BankAnswer | 'not_asked' | 'unreachable';
}

export interface Applicant {
  class: SellerClass;
  name: string;
  /** GST code of the State of her district. */
  gst_state: string;
}

export interface CheckResult {
  findings: readonly Finding[];
  gst_status: GstStatus | null;
  event: 'auto_checks_pass' | 'auto_check_fail';
}

export interface NameBounds {
  pass_bp: number;
  review_bp: number;
}

/**
 * Judges the papers of an application by their own numbers and by what the registers and the bank answered.
 * One failed paper sends the application back; what no machine can tell waits for the officer.
 * @rule SM-1 
 */
export function judgeApplication(
  applicant: Applicant,
  papers: readonly Evidence[],
  answers: OutsideAnswers,
  bounds: NameBounds,
): CheckResult {
  const pan = papers.find((paper): paper is EvidenceOf<'pan'> => paper.kind === 'pan') ?? null;
  const findings = papers.map((paper): Finding => {
    switch (paper.kind) {
      case 'authorised_person':
        return judgePersons(paper);
      case 'pan':
        return panFitsName(paper.pan, paper.name) ? passed('pan') : manual('pan', 'The PAN does not fit the name.');
      case 'gst':
        return judgeGst(paper, applicant, pan, answers.gst, bounds);
      case 'bank_account':
        return judgePayoutAccount(paper, applicant, pan, answers.bank, bounds);
      case 'land_border':
        return passed('land_border');
      default:
        return manual(paper.kind, null);
    }
  });
  return {
    findings,
    gst_status: gstStatusOf(papers, answers.gst),
    event: findings.some((found) => found.finding === 'failed') ? 'auto_check_fail' : 'auto_checks_pass',
  };
}

function judgePersons(paper: EvidenceOf<'authorised_person'>): Finding {
  const odd = paper.persons.filter((person) => !panFitsName(person.pan, person.name));
  return odd.length === 0
    ? passed('authorised_person')
    : manual('authorised_person', `The PAN does not fit the name of ${odd.length} of them.`);
}

function judgeGst(
  paper: EvidenceOf<'gst'>,
  applicant: Applicant,
  pan: EvidenceOf<'pan'> | null,
  answer: OutsideAnswers['gst'],
  bounds: NameBounds,
): Finding {
  if (paper.basis === 'exempt') return passed('gst');
  if (paper.basis === 'enrolment') return manual('gst', null);
  if (answer === 'unreachable' || answer === 'not_asked') return manual('gst', 'The GST register did not answer.');
  if (pan && paper.number?.slice(2, 12) !== pan.pan) return failed('gst', 'The GSTIN belongs to another PAN.');
  if (!answer.found) return failed('gst', 'The GST register does not know this GSTIN.');
  if (answer.status !== 'active') return failed('gst', `The GST registration is ${answer.status}.`);
  if (paper.number?.slice(0, 2) !== applicant.gst_state)
    return failed('gst', 'The GSTIN is of another State than the district.');
  return byName('gst', nameLikeness_bp(answer.legalName, pan?.name ?? applicant.name), bounds, 'The GST register');
}

/** Whether an account is there and kept under the seller's name. @rule */
export function judgePayoutAccount(
  paper: EvidenceOf<'bank_account'>,
  applicant: Pick<Applicant, 'name'>,
  pan: EvidenceOf<'pan'> | null,
  answer: OutsideAnswers['bank'],
  bounds: NameBounds,
): Finding {
  if (answer === 'unreachable' || answer === 'not_asked') return manual('bank_account', 'The bank did not answer.');
  if (!answer.exists) return failed('bank_account', 'The bank does not know this account.');
  if (answer.nameAtBank === null) return manual('bank_account', 'The bank gave no name.');
  const mine = [paper.holder, pan?.name, applicant.name].filter((name) => name !== undefined);
  const likeness_bp = Math.max(...mine.map((name) => nameLikeness_bp(answer.nameAtBank!, name)));
  return byName('bank_account', likeness_bp, bounds, 'The bank');
}

function byName(kind: EvidenceKind, likeness_bp: number, bounds: NameBounds, who: string): Finding {
  const verdict = nameVerdict(likeness_bp, bounds);
  if (verdict === 'same') return passed(kind);
  return verdict === 'look'
    ? manual(kind, `${who} writes the name a little differently.`)
    : failed(kind, `${who} knows another name.`);
}

function gstStatusOf(papers: readonly Evidence[], answer: OutsideAnswers['gst']): GstStatus | null {
  const paper = papers.find((each): each is EvidenceOf<'gst'> => each.kind === 'gst');
  if (!paper) return null;
  if (paper.basis === 'exempt') return 'exempt';
  if (paper.basis === 'enrolment') return 'enrolled_unregistered';
  return typeof answer === 'object' && answer.found && answer.scheme === 'composition' ? 'composition' : 'registered';
}

const passed = (kind: EvidenceKind): Finding => ({ kind, finding: 'passed', note: null });
const manual = (kind: EvidenceKind, note: string | null): Finding => ({ kind, finding: 'manual', note });
const failed = (kind: EvidenceKind, note: string): Finding => ({ kind, finding: 'failed', note });
