import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { addDays, istDay } from '#platform/time';
import type { Evidence } from './evidence.js';
import { missingEvidence, needOf, type ApplicationFacts, type EvidenceKind } from './evidence-matrix.js';
import { fail } from './seller.errors.js';
import { fail as failShop } from './shop.errors.js';
import type { SellerClass } from './seller-class.js';
import { sellerStates, type SellerState } from './seller.states.js';

/** An earlier application of the same person. */
export interface EarlierApplication {
  id: string;
  state: SellerState;
  state_since: Date;
}

const underWay: ReadonlySet<SellerState> = new Set(['draft', 'submitted', 'under_review', 'needs_correction']);

/**
 * One application at a time, and a pause after a refusal.
 * @param reapply_days  days of that pause
 * @throws application_open (409), reapply_too_soon, applicant_debarred (422)
 * @rule SM-1
 */
export function assertMayApply(earlier: readonly EarlierApplication[], now: Date, reapply_days: number): void {
  const open = earlier.find((one) => underWay.has(one.state));
  if (open) throw fail('application_open', { sellerId: open.id, state: open.state });
  if (earlier.some((one) => one.state === 'debarred')) throw failShop('applicant_debarred');
  for (const one of earlier) {
    if (one.state !== 'rejected') continue;
    const from = addDays(istDay(one.state_since), reapply_days);
    if (istDay(now) < from) throw fail('reapply_too_soon', { from });
  }
}

/** Whether a class is asked for a kind of paper at all. @throws evidence_not_asked (422) @rule */
export function assertAskedFor(kind: EvidenceKind, sellerClass: SellerClass): void {
  if (needOf(kind, sellerClass) === '–') throw fail('evidence_not_asked', { kind, class: sellerClass });
}

/**
 * What the papers say that makes conditional ones mandatory.
 * @param pan_above_paise  yearly sales above which a group shows a PAN of its own; null: of no matter here
 */
export function factsOf(papers: readonly Evidence[], pan_above_paise: Paise | null = null): ApplicationFacts {
  const gst = papers.find((paper) => paper.kind === 'gst');
  const pan = papers.find((paper) => paper.kind === 'pan');
  const group = papers.find((paper) => paper.kind === 'shg_code');
  const sold_paise = group?.kind === 'shg_code' ? BigInt(group.yearlySales?.paise ?? 0) : 0n;
  return {
    gstBasis: gst?.kind === 'gst' ? gst.basis : null,
    incorporated: pan?.kind === 'pan' && pan.pan[3] === 'C',
    sellsMuch: pan_above_paise !== null && sold_paise > pan_above_paise,
  };
}

/** One thing an application still lacks: a whole paper, or something in it. */
export interface Lack {
  kind: EvidenceKind;
  what: 'paper' | 'office_bearers' | 'gstin';
}

/** How far an application has come, in papers. */
export interface Progress {
  given: number;
  needed: number;
}

/**
 * What an application still lacks before it can be handed in, in the order in which it is asked for.
 * @param bearers_min  office bearers a group names
 * @rule
 */
export function lacks(
  sellerClass: SellerClass,
  papers: readonly Evidence[],
  bearers_min: number,
  pan_above_paise: Paise | null = null,
): Lack[] {
  const given = papers.map((paper) => paper.kind);
  const missing = missingEvidence(sellerClass, given, factsOf(papers, pan_above_paise)).map((kind): Lack => ({
    kind,
    what: 'paper',
  }));
  const persons = papers.find((paper) => paper.kind === 'authorised_person');
  if (sellerClass === 'shg' && persons?.kind === 'authorised_person' && persons.persons.length < bearers_min) {
    missing.push({ kind: 'authorised_person', what: 'office_bearers' });
  }
  const gst = papers.find((paper) => paper.kind === 'gst');
  if (sellerClass === 'other' && gst?.kind === 'gst' && gst.basis !== 'gstin')
    missing.push({ kind: 'gst', what: 'gstin' });
  return missing;
}

/** Papers that are complete, of those that are needed before handing in. @rule */
export function progress(
  sellerClass: SellerClass,
  papers: readonly Evidence[],
  missing: readonly Lack[],
  pan_above_paise: Paise | null = null,
): Progress {
  const needed = missingEvidence(sellerClass, [], factsOf(papers, pan_above_paise)).length;
  assert(missing.length <= needed, 'no more is missing than is needed');
  return { given: needed - missing.length, needed };
}

/** The same in the words of `missing` and of the refusal. @rule */
export function lacking(
  sellerClass: SellerClass,
  papers: readonly Evidence[],
  bearers_min: number,
  pan_above_paise: Paise | null = null,
): string[] {
  return lacks(sellerClass, papers, bearers_min, pan_above_paise).map(({ kind, what }) => {
    if (what === 'office_bearers') return `${kind}: ${bearers_min} office bearers`;
    return what === 'gstin' ? `${kind}: a GSTIN` : kind;
  });
}

/**
 * A second too late is too late, also when the clock has not come round to write it down.
 * @throws illegal_transition (409)
 * @rule SM-1
 */
export function assertInTime(seller: { state: SellerState; due_at: Date | null }, now: Date): void {
  if (seller.state === 'needs_correction' && seller.due_at !== null && seller.due_at <= now)
    sellerStates.next('lapsed', 'resubmit');
}

/** The next state on submission, first or repeated. @throws evidence_missing (422), illegal_transition (409) */
export function submitted(state: SellerState, missing: readonly string[]): 'submit' | 'resubmit' {
  const event = state === 'needs_correction' ? 'resubmit' : 'submit';
  sellerStates.next(state, event);
  if (missing.length > 0) throw fail('evidence_missing', { missing });
  return event;
}
