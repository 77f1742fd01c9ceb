import type { EvidenceKind } from './evidence-matrix.js';

/** A paper an applicant is asked to correct or to add, and why. */
export interface AskedPaper {
  kind: EvidenceKind;
  reason: string;
}
