import { Injectable } from '@nestjs/common';
import { ServiceKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { log } from '#platform/observability';
import {
  addLinks,
  keepHead,
  lastClosedDay,
  realDay,
  takeSequence,
  takeUnsealed,
  tip,
  type Head,
} from './data/chain.js';
import { headMac } from './head-mac.js';
import { linkDigest, noHead } from './link.js';

/** Rows between two looks at the event loop, and how many such lots one run takes at most. */
const lot = 1_000;
const lots_max = 60;

@Injectable()
export class SealAudit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ServiceKeys,
  ) {}

  /**
   * Makes every committed audit row a link of today's chain, once, and keeps the heads of days that are over. One
   * sequencer at a time; a second one leaves at once.
   * @returns how many rows were sealed
   * @rule S-69
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      if (!(await takeSequence(tx))) return 0;
      let head = await this.beginOfToday(tx);
      let sealed = 0;
      for (let lots = 0; lots < lots_max; lots++) {
        const next = await this.seal(tx, head);
        sealed += next.links - head.links;
        if (next.links - head.links < lot) break;
        head = next;
      }
      return sealed;
    });
  }

  /** @returns where today's chain goes on: its last link, or none yet after the last kept head */
  private async beginOfToday(tx: Tx): Promise<Head> {
    const today = await realDay(tx);
    const last = await tip(tx);
    if (last && last.day >= today) return last; // a clock set back does not reopen a day
    const closed = await lastClosedDay(tx);
    if (last && last.day !== closed?.day) {
      await keepHead(tx, last, headMac(this.keys, last));
      log.info({ day: last.day, links: last.links, head: last.head.toString('hex') }, 'audit day closed');
    }
    return { day: today, links: 0, head: last?.head ?? closed?.head ?? noHead };
  }

  private async seal(tx: Tx, after: Head): Promise<Head> {
    const { day } = after;
    let { links, head } = after;
    const made = (await takeUnsealed(tx, lot)).map((row) => {
      links++;
      head = linkDigest(head, day, links, row);
      return { sequence: links, auditId: row.id, digest: head };
    });
    if (made.length > 0) await addLinks(tx, day, made);
    return { day, links, head };
  }
}
