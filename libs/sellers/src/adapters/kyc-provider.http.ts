import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { KycProvider, type KycAnswer } from '../ports/kyc-provider.js';
import { askRegistries } from './registries.client.js';

/** Whatever else the provider says is left out here, before anything sees it. */
const kycAnswer = z.object({
  reference: z.string().max(40),
  status: z.enum(['verified', 'failed']),
  verified_at: z.iso.datetime(),
  name: z.string().max(200),
  aadhaar_last4: z.string().regex(/^[0-9]{4}$/),
  consent_id: z.string().max(80),
});

@Injectable()
export class HttpKycProvider extends KycProvider {
  async result(reference: string, name: string): Promise<KycAnswer> {
    const asked = `/kyc-results/${encodeURIComponent(reference)}?name=${encodeURIComponent(name)}`;
    const known = await askRegistries(kycAnswer, asked);
    if (known === null) return { found: false };
    const result = {
      reference: known.reference,
      verifiedAt: known.verified_at,
      name: known.name,
      last4: known.aadhaar_last4,
      consentId: known.consent_id,
    };
    return { found: true, verified: known.status === 'verified', result };
  }
}
