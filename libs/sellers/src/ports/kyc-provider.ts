/** All that is kept of an offline check of identity: never the number, never a picture. */
export interface KycResult {
  reference: string;
  verifiedAt: string;
  name: string;
  last4: string;
  consentId: string;
}
export type KycAnswer = { found: false } | { found: true; verified: boolean; result: KycResult };

/**
 * A licensed provider of offline e-KYC. The person shows her Aadhaar to it and to nobody else; we learn that she did,
 * under a reference, with her consent.
 * @rule
 */
export abstract class KycProvider {
  /** @param name  who it should be @throws RegisterUnreachable when it cannot be asked now */
  abstract result(reference: string, name: string): Promise<KycAnswer>;
}
