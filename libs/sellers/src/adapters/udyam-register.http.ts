import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UdyamRegister, type UdyamAnswer } from '../ports/udyam-register.js';
import { askRegistries } from './registries.client.js';

const paise = z
  .string()
  .regex(/^[0-9]{1,18}$/)
  .transform(BigInt);
const udyamAnswer = z.object({
  name: z.string(),
  status: z.enum(['active', 'cancelled']),
  activity: z.enum(['manufacturing', 'services', 'trading']),
  investment_paise: paise,
  turnover_paise: paise,
  women_owned: z.boolean(),
  social_category: z.enum(['general', 'obc', 'sc', 'st']),
  linked_mobile_ending: z.string(),
});

@Injectable()
export class HttpUdyamRegister extends UdyamRegister {
  async find(number: string, name: string): Promise<UdyamAnswer> {
    const asked = `/udyam/${encodeURIComponent(number)}?name=${encodeURIComponent(name)}`;
    const known = await askRegistries(udyamAnswer, asked);
    if (known === null) return { found: false };
    const { women_owned, social_category, linked_mobile_ending, ...facts } = known;
    return {
      found: true,
      ...facts,
      womenOwned: women_owned,
      socialCategory: social_category,
      linkedMobileEnding: linked_mobile_ending,
    };
  }
}
