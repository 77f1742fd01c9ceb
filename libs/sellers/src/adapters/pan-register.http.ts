import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PanRegister, type PanAnswer } from '../ports/pan-register.js';
import { askRegistries } from './registries.client.js';

const panAnswer = z.object({ status: z.enum(['valid', 'inactive']), name_fits: z.boolean().nullable() });

@Injectable()
export class HttpPanRegister extends PanRegister {
  async find(pan: string, name: string): Promise<PanAnswer> {
    const known = await askRegistries(panAnswer, '/pan-checks', { json: { pan, name } });
    return known === null ? { found: false } : { found: true, status: known.status, nameFits: known.name_fits };
  }
}
