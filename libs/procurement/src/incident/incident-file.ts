import { z } from 'zod';
import { job } from '#platform/kernel';
import { fail } from '../procurement.errors.js';

/** A file waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const incidentFileStates = ['waiting', 'clean', 'infected', 'expired'] as const;
export type IncidentFileState = (typeof incidentFileStates)[number];

/** @throws incident_file_unknown (404), incident_file_not_scanned (409), incident_file_infected (410) @rule S-58 */
export function assertShown(state: IncidentFileState): void {
  if (state === 'waiting') throw fail('incident_file_not_scanned');
  if (state === 'infected') throw fail('incident_file_infected');
  if (state !== 'clean') throw fail('incident_file_unknown');
}

/** The virus scanner looks at a file of an incident; once each. @rule S-58 */
export const ScanIncidentFileJob = job('procurement.scan-incident-file', {
  payload: z.strictObject({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});

/** The file leaves the store. @rule S-66 */
export const DestroyIncidentFileJob = job('procurement.destroy-incident-file', {
  payload: z.strictObject({ fileId: z.uuid() }),
  key: (p) => p.fileId,
});
