import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PennyDrop, type BankAnswer } from '../ports/penny-drop.js';
import { RegisterUnreachable } from '../ports/register-unreachable.js';
import { askRegistries } from './registries.client.js';

const dropAnswer = z.object({ status: z.enum(['credited', 'failed']), name_at_bank: z.string().nullable() });

@Injectable()
export class HttpPennyDrop extends PennyDrop {
  async verify(key: string, account: { number: string; ifsc: string; holder: string }): Promise<BankAnswer> {
    const dropped = await askRegistries(dropAnswer, '/penny-drops', {
      json: { account: account.number, ifsc: account.ifsc, name: account.holder },
      idempotencyKey: key,
    });
    if (dropped === null) throw new RegisterUnreachable('penny-drops', 'not offered');
    return dropped.status === 'failed' ? { exists: false } : { exists: true, nameAtBank: dropped.name_at_bank };
  }
}
