import { addDays, istDay, startOfIstDay } from '#platform/time';
import { fail } from '../procurement.errors.js';

/** What the consignee found, in pieces. */
export interface Counted {
  accepted: number;
  rejected: number;
  short: number;
}

/**
 * The step a certificate stands for. Accepted, rejected and short pieces make up what was ordered.
 * @throws certificate_does_not_add_up
 * @rule
 */
export function decide(ordered: number, counted: Counted): 'accept_full' | 'accept_part' | 'reject' {
  if (counted.accepted + counted.rejected + counted.short !== ordered) {
    throw fail('certificate_does_not_add_up', { ordered, ...counted });
  }
  if (counted.accepted === ordered) return 'accept_full';
  return counted.accepted === 0 ? 'reject' : 'accept_part';
}

/**
 * The first instant at which goods count as accepted: midnight after the last day for a certificate.
 * @param receivedAt date of the receipt certificate
 * @rule
 */
export const deemedAcceptedAt = (receivedAt: Date, auto_crac_days: number): Date =>
  startOfIstDay(addDays(istDay(receivedAt), auto_crac_days + 1));
