import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { GroupRegister, type GroupAnswer } from '../ports/group-register.js';
import { askRegistries } from './registries.client.js';

const groupAnswer = z.object({
  name: z.string(),
  federation: z.string(),
  status: z.enum(['active', 'closed']),
  members: z.int().min(0),
});

@Injectable()
export class HttpGroupRegister extends GroupRegister {
  async find(code: string, name: string): Promise<GroupAnswer> {
    const asked = `/groups/${encodeURIComponent(code)}?name=${encodeURIComponent(name)}`;
    const known = await askRegistries(groupAnswer, asked);
    return known === null ? { found: false } : { found: true, ...known };
  }
}
