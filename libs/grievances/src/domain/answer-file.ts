import { fail } from './complaint.errors.js';

/** A file waits for the scanner, is clean, or has ended; what has ended is destroyed. @rule S-58 S-66 */
export const answerFileStates = ['waiting', 'clean', 'infected', 'removed', 'expired'] as const;
export type AnswerFileState = (typeof answerFileStates)[number];

/** @throws answer_file_unknown (404), answer_file_not_scanned (409), answer_file_infected (410) @rule S-58 */
export function assertShown(state: AnswerFileState): void {
  if (state === 'waiting') throw fail('answer_file_not_scanned');
  if (state === 'infected') throw fail('answer_file_infected');
  if (state !== 'clean') throw fail('answer_file_unknown');
}
