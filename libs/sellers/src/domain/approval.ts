import type { EvidenceKind } from './evidence-matrix.js';
import { fail } from './seller.errors.js';

/** How far a paper is checked: by nobody yet, by the machine, or by the officer. */
export const findings = ['unchecked', 'passed', 'manual', 'failed', 'confirmed'] as const;
export type FindingState = (typeof findings)[number];

/**
 * Every paper is verified before approval: by the machine, or by the officer who compared it with the original.
 *
 * @param confirmed  kinds the officer vouches for
 * @returns the kinds she had to vouch for
 * @throws evidence_unverified (422)
 * @rule SM-1
 */
export function confirmEvidence(
  papers: readonly { kind: EvidenceKind; finding: FindingState }[],
  confirmed: readonly EvidenceKind[],
): EvidenceKind[] {
  const open = papers.filter((paper) => paper.finding !== 'passed' && paper.finding !== 'confirmed');
  const unverified = open.filter((paper) => !confirmed.includes(paper.kind)).map((paper) => paper.kind);
  if (unverified.length > 0) throw fail('evidence_unverified', { unverified });
  return open.map((paper) => paper.kind);
}

/** @throws own_application (403) @rule S-28 */
export function assertNotOwn(applicantId: string, officerId: string | null): void {
  if (applicantId === officerId) throw fail('own_application');
}
