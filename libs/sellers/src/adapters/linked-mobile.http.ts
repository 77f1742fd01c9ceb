import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ProofRegister } from '../domain/preference.js';
import { LinkedMobile, type SentCode } from '../ports/linked-mobile.js';
import { askRegistries } from './registries.client.js';

const sent = z.object({ request_id: z.string().max(80), mobile_ending: z.string().max(4) });
const confirmed = z.object({ confirmed: z.boolean() });

@Injectable()
export class HttpLinkedMobile extends LinkedMobile {
  async send(register: ProofRegister, number: string): Promise<SentCode> {
    const code = await askRegistries(sent, '/linked-mobiles/codes', { json: { register, number } });
    return code === null ? { sent: false } : { sent: true, requestId: code.request_id, ending: code.mobile_ending };
  }

  async confirm(requestId: string, code: string): Promise<boolean> {
    const path = `/linked-mobiles/codes/${encodeURIComponent(requestId)}/confirmation`;
    return (await askRegistries(confirmed, path, { json: { code } }))?.confirmed ?? false;
  }
}
