import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

@Injectable()
export class PayoutRoads {
  /**
   * Keeps for ever who pays this key out; to be committed before that provider is asked. Where the settings name another one
   * meanwhile, nobody is asked: whether the first has paid is known to it alone.
   * @returns whether it is this one
   * @rule S-9
   */
  async keep(tx: Tx, key: string, provider: string): Promise<boolean> {
    await tx.run(
      `insert into payments.payout_road (key, provider, made_at) values ($1, $2, $3) on conflict (key) do nothing`,
      [key, provider, tx.now],
    );
    const sql = `select provider from payments.payout_road where key = $1`;
    return (await tx.maybe(z.object({ provider: z.string() }), sql, [key]))!.provider === provider;
  }
}
