import type { EvidenceKind } from './evidence-matrix.js';
import { fail } from './seller.errors.js';
import { openToEvidence, type SellerState } from './seller.states.js';

/** A file waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const documentStates = ['waiting', 'clean', 'infected', 'replaced', 'removed', 'erased'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Front, back and two more pages of one paper. */
const perKind_max = 4;

const selling: ReadonlySet<SellerState> = new Set(['verified', 'active', 'restricted']);

/** The applicant works on her papers, or a seller renews one; while somebody looks at them they stay as they are. @throws evidence_closed (409) */
export function assertOpenToDocuments(state: SellerState): void {
  if (!openToEvidence(state) && !selling.has(state)) throw fail('evidence_closed', { state });
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
