import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { ProviderUnavailable } from '../ports/provider-errors.js';

/** How soon it makes sense to look whether the other provider is asked again. */
const retryAfter_s = 600;

@Injectable()
export class PayoutRoads {
  /**
   * Keeps for ever who pays this key out; to be committed before that provider is asked. Where the settings name another one
   * meanwhile, nobody is asked: whether the first has paid is known to it alone.
   * @throws ProviderUnavailable of the one who was asked before
   * @rule S-9
   */
  async keep(tx: Tx, key: string, provider: string): Promise<void> {
    await tx.run(
      `insert into payments.payout_road (key, provider, made_at) values ($1, $2, $3) on conflict (key) do nothing`,
      [key, provider, tx.now],
    );
    const sql = `select provider from payments.payout_road where key = $1`;
    const first = (await tx.maybe(z.object({ provider: z.string() }), sql, [key]))!.provider;
    if (first !== provider) throw new ProviderUnavailable(first, retryAfter_s);
  }
}
