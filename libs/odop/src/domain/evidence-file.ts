import { fail } from './odop.errors.js';

/** A file waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const evidenceFileStates = ['waiting', 'clean', 'infected', 'replaced', 'removed', 'expired'] as const;
export type EvidenceFileState = (typeof evidenceFileStates)[number];

/** Parts of one paper: an order is rarely longer than four scans of twenty pages. */
const perPaper_max = 4;

/** @param there  files of the paper there are, without the one that is replaced @throws too_many_evidence_files (409) @rule S-52 */
export function assertRoomFor(there: number): void {
  if (there >= perPaper_max) throw fail('too_many_evidence_files', { most: perPaper_max });
}

/** @throws evidence_file_unknown (404), evidence_file_not_scanned (409), evidence_file_infected (410) @rule S-58 */
export function assertShown(state: EvidenceFileState): void {
  if (state === 'waiting') throw fail('evidence_file_not_scanned');
  if (state === 'infected') throw fail('evidence_file_infected');
  if (state !== 'clean') throw fail('evidence_file_unknown');
}
