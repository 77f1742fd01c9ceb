import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#platform/kernel';

/**
 * What of an audit row goes into its link: every column, as text made by PostgreSQL, so that no driver's rounding of
 * times or numbers can hide a change.
 */
export const sealedColumns = `
  a.id, ${utc('a.at')} as at, ${utc('a.business_at')} as business_at,
  a.person_id, a.delegate_id, a.organisation_id, a.post_id, a.roles, a.address, a.request_id, a.operation, a.action,
  a.object_kind, a.object_id, a.before::text as before, a.after::text as after, a.reason`;

export const sealedRow = z.object({
  id: z.uuid(),
  at: z.string(),
  business_at: z.string(),
  person_id: z.uuid().nullable(),
  delegate_id: z.uuid().nullable(),
  organisation_id: z.uuid().nullable(),
  post_id: z.uuid().nullable(),
  roles: z.array(z.string()),
  address: z.string().nullable(),
  request_id: z.string(),
  operation: z.string(),
  action: z.string(),
  object_kind: z.string(),
  object_id: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
});
export type SealedRow = z.infer<typeof sealedRow>;

/** Before the first link of the first day. */
export const noHead: Buffer = Buffer.alloc(32);

/**
 * The digest of one link: SHA-256 over the digest before it and the row in one spelling, with its place in the chain.
 * Anybody can compute it again from the row and `docs/decisions/0020-audit-chain.md`. @rule S-69
 */
export const linkDigest = (before: Buffer, day: string, sequence: number, row: SealedRow): Buffer =>
  createHash('sha256')
    .update(before)
    .update(canonicalJson([day, sequence, row]))
    .digest();

function utc(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
