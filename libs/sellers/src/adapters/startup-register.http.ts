import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { StartupRegister, type StartupAnswer } from '../ports/startup-register.js';
import { askRegistries } from './registries.client.js';

const startupAnswer = z.object({
  name: z.string(),
  status: z.enum(['recognised', 'withdrawn']),
  valid_to: z.iso.date(),
});

@Injectable()
export class HttpStartupRegister extends StartupRegister {
  async find(number: string, name: string): Promise<StartupAnswer> {
    const asked = `/startups/${encodeURIComponent(number)}?name=${encodeURIComponent(name)}`;
    const known = await askRegistries(startupAnswer, asked);
    return known === null
      ? { found: false }
      : { found: true, name: known.name, status: known.status, validTo: known.valid_to };
  }
}
