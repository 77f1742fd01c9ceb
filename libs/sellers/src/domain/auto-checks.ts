import { panFitsName } from '#platform/identifiers';
import type { KycAnswer } from '../ports/kyc-provider.js';
import type { PanAnswer } from '../ports/pan-register.js';
import type { Evidence, EvidenceOf } from './evidence.js';
import type { EvidenceKind } from './evidence-matrix.js';
import { nameLikeness_bp, nameVerdict } from './name-match.js';
import type { OutsideAnswers } from './look-ups.js';
import type { SellerClass } from './seller-class.js';

/** How a seller stands to GST; it decides where she may ship. */
export type GstStatus = 'registered' | 'composition' | 'enrolled_unregistered' | 'exempt';

/** What the machine thinks of one paper: `manual` leaves it to the officer. */
export interface Finding {
  kind: EvidenceKind;
  finding: 'passed' | 'manual' | 'failed';
  note: string | null;
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
        return judgePersons(paper, answers.persons, bounds);
      case 'pan':
        return judgePan(paper, answers.pan);
      case 'gst':
        return judgeGst(paper, applicant, pan, answers.gst, bounds);
      case 'bank_account':
        return judgePayoutAccount(paper, applicant, pan, answers.bank, bounds);
      case 'udyam':
        return judgeUdyam(answers.udyam, applicant, bounds);
      case 'shg_code':
        return judgeGroup(answers.group, applicant, bounds);
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

function judgePersons(
  paper: EvidenceOf<'authorised_person'>,
  answers: OutsideAnswers['persons'],
  bounds: NameBounds,
): Finding {
  if (answers === 'unreachable') return manual('authorised_person', 'The register of persons did not answer.');
  const notes = paper.persons.map((person, i) => {
    const answer = typeof answers === 'object' ? answers[i] : undefined;
    if ('pan' in person) return panNote(person, answer as PanAnswer | undefined);
    return kycNote(person, answer as KycAnswer | undefined, bounds);
  });
  const worst = notes.find((note) => note.fails) ?? notes.find((note) => note.text !== null);
  if (!worst) return passed('authorised_person');
  return worst.fails ? failed('authorised_person', worst.text!) : manual('authorised_person', worst.text);
}

function judgePan(paper: EvidenceOf<'pan'>, answer: OutsideAnswers['pan']): Finding {
  if (answer === 'unreachable') return manual('pan', 'The income-tax register did not answer.');
  const note = panNote(paper, typeof answer === 'object' ? answer : undefined);
  if (note.text === null) return passed('pan');
  return note.fails ? failed('pan', note.text) : manual('pan', note.text);
}

/** What speaks against an identity; `fails` is beyond doubt. */
interface Note {
  text: string | null;
  fails: boolean;
}
const nothing: Note = { text: null, fails: false };

/** Another person's PAN is refused. @rule  */
function panNote({ pan, name }: { pan: string; name: string }, answer: PanAnswer | undefined): Note {
  if (answer?.found === false) return { text: 'The income-tax register does not know this PAN.', fails: true };
  if (answer?.status === 'inactive') return { text: 'The PAN is not in force.', fails: true };
  if (answer?.nameFits === false) return { text: 'The PAN belongs to somebody else.', fails: true };
  return panFitsName(pan, name) ? nothing : { text: 'The PAN does not fit the name.', fails: false };
}

/** @rule  */
function kycNote({ name }: { name: string }, answer: KycAnswer | undefined, bounds: NameBounds): Note {
  if (answer === undefined) return { text: 'The offline e-KYC was not looked up.', fails: false };
  if (!answer.found) return { text: 'The provider knows no such e-KYC.', fails: true };
  if (!answer.verified) return { text: 'The offline e-KYC did not succeed.', fails: true };
  const verdict = nameVerdict(nameLikeness_bp(answer.result.name, name), bounds);
  if (verdict === 'same') return nothing;
  return verdict === 'look'
    ? { text: 'The e-KYC writes the name a little differently.', fails: false }
    : { text: 'The e-KYC is of somebody else.', fails: true };
}

function judgeUdyam(answer: OutsideAnswers['udyam'], applicant: Applicant, bounds: NameBounds): Finding {
  if (answer === undefined || answer === 'not_asked') return manual('udyam', null);
  if (answer === 'unreachable') return manual('udyam', 'The Udyam register did not answer.');
  if (!answer.found) return failed('udyam', 'The Udyam register does not know this number.');
  if (answer.status === 'cancelled') return failed('udyam', 'The Udyam registration was cancelled.');
  return byName('udyam', nameLikeness_bp(answer.name, applicant.name), bounds, 'The Udyam register');
}

function judgeGroup(answer: OutsideAnswers['group'], applicant: Applicant, bounds: NameBounds): Finding {
  if (answer === undefined || answer === 'not_asked') return manual('shg_code', null);
  if (answer === 'unreachable') return manual('shg_code', 'The federation did not answer.');
  if (!answer.found) return failed('shg_code', 'The federation does not know this group.');
  if (answer.status === 'closed') return failed('shg_code', 'The federation says that the group was closed.');
  return byName('shg_code', nameLikeness_bp(answer.name, applicant.name), bounds, 'The federation');
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
  if (answer === undefined || typeof answer === 'string') return manual('gst', 'The GST register did not answer.');
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
  if (answer === undefined || typeof answer === 'string') return manual('bank_account', 'The bank did not answer.');
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
