import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { ObjectStore } from './object-store.js';
import { randomKey } from './random-key.js';

/** So long a row may follow its file: far longer than any request or job takes. */
export const claim_hours = 24;
/** Files put into the store at once. */
const hands = 4;

/**
 * Files and the rows that speak of them. A key is written down as unclaimed before anything lies under it, and crossed out
 * by the transaction that writes the row; so whatever dies between two lines, the sweep finds every file without a row and
 * never one that has one.
 * @rule S-58 S-66
 */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
  ) {}

  /** Keeps files under new random keys, same order. Their rows are to `claim` them. */
  async put(files: readonly Buffer[]): Promise<string[]> {
    const keys = files.map(randomKey);
    await this.work.run((tx) => this.expect(tx, keys));
    await this.putUnder(keys, files);
    return keys;
  }

  /** Puts files under keys that are expected, a few at a time. */
  async putUnder(keys: readonly string[], files: readonly Buffer[]): Promise<void> {
    for (let from = 0; from < keys.length; from += hands) {
      await Promise.all(keys.slice(from, from + hands).map((key, i) => this.store.put(key, files[from + i]!)));
    }
  }

  /**
   * Files will come under these keys, whoever brings them. Keys made of something that may be tried again may be expected
   * again, by whoever holds the lock of the row that is to claim them.
   */
  async expect(tx: Tx, keys: readonly string[]): Promise<void> {
    const expected = await tx.run(
      `insert into platform.unclaimed_file (storage_key, until)
       select key, clock_timestamp() + make_interval(hours => $2) from unnest($1::text[]) key order by key
       on conflict (storage_key) do update set until = excluded.until where not platform.unclaimed_file.is_going`,
      [keys, claim_hours],
    );
    assert(expected === keys.length, 'a file on its way out of the store is gone before another comes under its key');
  }

  /**
   * A row speaks of these files from now on: called in the transaction that writes it.
   * @returns false when one of them was taken away meanwhile, or claimed already
   */
  async claim(tx: Tx, keys: readonly string[]): Promise<boolean> {
    const claimed = await tx.run(
      `delete from platform.unclaimed_file where storage_key = any($1::text[]) and not is_going`,
      [keys],
    );
    return claimed === keys.length;
  }

  /** The row is gone, in this transaction: the sweep takes its files away. */
  async release(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.run(
      `insert into platform.unclaimed_file (storage_key, until, is_going)
       select key, clock_timestamp(), true from unnest($1::text[]) key
       on conflict (storage_key) do update set until = excluded.until, is_going = true`,
      [keys],
    );
  }

  /** Keys nobody claimed in time, the oldest first, for the sweep. */
  async unclaimed(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ storage_key: z.string() }),
      `select storage_key from platform.unclaimed_file where until < clock_timestamp() order by until limit $1`,
      [limit],
    );
    return rows.map((row) => row.storage_key);
  }

  /**
   * Takes one unclaimed file out of the store. First nobody may claim it, then it goes, then it is forgotten: begun anew
   * after a crash at any of them, it ends the same.
   */
  async sweep(key: string): Promise<void> {
    const goes = await this.work.run((tx) =>
      tx.run(
        `update platform.unclaimed_file set is_going = true where storage_key = $1 and until < clock_timestamp()`,
        [key],
      ),
    );
    if (goes === 0) return;
    await this.store.remove(key);
    await this.work.run((tx) =>
      tx.run(`delete from platform.unclaimed_file where storage_key = $1 and is_going`, [key]),
    );
  }

  /**
   * The row was refused: its file goes at once, and by the sweep if this fails. A file that is claimed stays: where the line
   * broke at the very commit, the row stands.
   */
  async discard(keys: readonly string[]): Promise<void> {
    const sql = `update platform.unclaimed_file set until = clock_timestamp(), is_going = true where storage_key = any($1::text[])`;
    await this.work.run((tx) => tx.run(sql, [keys]));
    for (const key of keys) await this.sweep(key);
  }

  /** `claim` where a file that is gone is a fault of ours: it was put a moment ago. */
  async claimFresh(tx: Tx, keys: readonly string[]): Promise<void> {
    assert(await this.claim(tx, keys), 'a file put a moment ago is still unclaimed');
  }
}
