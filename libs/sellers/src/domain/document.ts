import type { EvidenceKind } from './evidence-matrix.js';
import { fail } from './seller.errors.js';
import { renewableKinds } from './paper-terms.rules.js';
import { openToEvidence, servingStates, type SellerState } from './seller.states.js';

/** A file waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const documentStates = ['waiting', 'clean', 'infected', 'replaced', 'removed', 'erased'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Front, back and two more pages of one paper. */
const perKind_max = 4;

/** Papers that end and are handed in anew, and the register of a group, whose members come and go. */
const addedLater: ReadonlySet<EvidenceKind> = new Set([...renewableKinds, 'producer_register']);

/**
 * The applicant works on her papers, or a seller adds one that is renewed; while somebody looks at them they stay as they
 * are, and what she was approved on is never another.
 * @throws evidence_closed (409)
 * @rule SM-1
 */
export function assertOpenToDocuments(state: SellerState, kind: EvidenceKind): void {
  const isOpen = openToEvidence(state) || (servingStates.includes(state) && addedLater.has(kind));
  if (!isOpen) throw fail('evidence_closed', { state });
}

/** @param there  files of the kind there are, without the one that is replaced @throws too_many_documents (409) @rule S-52 */
export function assertRoomFor(kind: EvidenceKind, there: number): void {
  if (there >= perKind_max) throw fail('too_many_documents', { kind, most: perKind_max });
}

/** @throws document_unknown (404), document_not_scanned (409), document_infected (410) @rule S-58 */
export function assertShown(state: DocumentState): void {
  if (state === 'waiting') throw fail('document_not_scanned');
  if (state === 'infected') throw fail('document_infected');
  if (state !== 'clean') throw fail('document_unknown');
}
