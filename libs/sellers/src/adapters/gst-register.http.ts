import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GstRegister, type GstAnswer } from '../ports/gst-register.js';
import { askRegistries } from './registries.client.js';

const gstinAnswer = z.object({
  legal_name: z.string(),
  status: z.enum(['active', 'suspended', 'cancelled']),
  type: z.enum(['regular', 'composition']),
});

@Injectable()
export class HttpGstRegister extends GstRegister {
  async find(gstin: string): Promise<GstAnswer> {
    const known = await askRegistries(gstinAnswer, `/gstin/${encodeURIComponent(gstin)}`);
    return known === null
      ? { found: false }
      : { found: true, legalName: known.legal_name, status: known.status, scheme: known.type };
  }
}
