import { standardWebhookFault } from '#platform/crypto';
import { NoticeRejected } from '../ports/courier.js';

/** Believes a courier's notice by its proof, or throws. @rule S-18 STD-2.6 */
export function verifyStandardWebhook(...signed: Parameters<typeof standardWebhookFault>): void {
  const fault = standardWebhookFault(...signed);
  if (fault !== null) throw new NoticeRejected(fault);
}
