import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

/** Pictures by the addresses they came from. @rule S-21 S-60 */
@Injectable()
export class FetchedPictures {
  /** Address → picture, of those the maker had fetched before. */
  async of(tx: Tx, sellerId: string, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (addresses.length === 0) return new Map();
    const rows = await tx.many(
      z.object({ address: z.string(), media_id: z.uuid() }),
      `select address, media_id from catalogue.fetched_picture where seller_id = $1 and address = any($2::text[])`,
      [sellerId, [...addresses]],
    );
    return new Map(rows.map((row) => [row.address, row.media_id]));
  }

  async note(tx: Tx, sellerId: string, address: string, mediaId: string): Promise<void> {
    await tx.run(
      `insert into catalogue.fetched_picture (seller_id, address, media_id) values ($1, $2, $3)
       on conflict (seller_id, address) do update set media_id = excluded.media_id`,
      [sellerId, address, mediaId],
    );
  }
}
