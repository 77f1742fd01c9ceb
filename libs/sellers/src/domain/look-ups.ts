import type { BankAnswer } from '../ports/penny-drop.js';
import type { GroupAnswer } from '../ports/group-register.js';
import type { GstAnswer } from '../ports/gst-register.js';
import type { KycAnswer } from '../ports/kyc-provider.js';
import type { PanAnswer } from '../ports/pan-register.js';
import type { UdyamAnswer } from '../ports/udyam-register.js';
import type { Evidence } from './evidence.js';

/** Nothing was said: there was nothing to ask, or nobody answered. `unreachable` never blocks a maker: an officer looks instead. */
export type Silence = 'not_asked' | 'unreachable';

/** What each register says, by the paper it was asked about. */
export interface Answers {
  gst: GstAnswer;
  bank: BankAnswer;
  pan: PanAnswer;
  udyam: UdyamAnswer;
  group: GroupAnswer;
  /** In the order of the persons on the paper. */
  persons: readonly (PanAnswer | KycAnswer)[];
}
export type LookUp = keyof Answers;
export const lookUps = ['gst', 'bank', 'pan', 'udyam', 'group', 'persons'] as const satisfies readonly LookUp[];

/** What the outside said. Look-ups that are left out were not asked. */
export type OutsideAnswers = { readonly [K in LookUp]?: Answers[K] | Silence | undefined };

/** The answer itself, or null when nothing was said. */
export const saidBy = <K extends LookUp>(answers: OutsideAnswers, lookUp: K): Answers[K] | null => {
  const answer = answers[lookUp];
  return answer === undefined || typeof answer === 'string' ? null : (answer as Answers[K]);
};

/** The register that has something to say about a paper, if any. */
export function lookUpOf(paper: Evidence): LookUp | null {
  switch (paper.kind) {
    case 'gst':
      return paper.basis === 'gstin' ? 'gst' : null;
    case 'bank_account':
      return 'bank';
    case 'pan':
    case 'udyam':
      return paper.kind;
    case 'shg_code':
      return 'group';
    case 'authorised_person':
      return 'persons';
    default:
      return null;
  }
}

/** Look-ups about these papers that nobody answered yet. */
export const unanswered = (papers: readonly Evidence[], answers: Partial<Answers>): LookUp[] =>
  papers.map(lookUpOf).filter((lookUp) => lookUp !== null && answers[lookUp] === undefined) as LookUp[];
