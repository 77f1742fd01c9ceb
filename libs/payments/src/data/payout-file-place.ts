import type { FileAt } from '#platform/files';

/** A file for the bank is sealed with a key of its own. @rule S-63 */
export const payoutFileAt = (id: string): FileAt => ({
  subjectId: id,
  place: { table: 'payments.payout_file', column: 'content', row: id },
});
