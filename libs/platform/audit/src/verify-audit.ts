import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServiceKeys } from '#platform/crypto';
import { addDays, startOfIstDay } from '#platform/time';
import { TrailQuery, type KeptHead, type SealedLink } from './data/trail.query.js';
import { headMac } from './head-mac.js';
import { linkDigest, noHead } from './link.js';

/** The first place where the trail is not what was sealed. */
export interface AuditFault {
  day: string;
  /** Place in the day's chain; null when the fault is not in a link. */
  sequence: number | null;
  auditId: string | null;
  what: 'row_changed' | 'row_removed' | 'row_inserted' | 'link_removed' | 'head_changed';
}

export interface AuditCheck {
  days: number;
  links: number;
  /** Null: the trail is as it was written. */
  fault: AuditFault | null;
}

const page = 1_000;

@Injectable()
export class VerifyAudit {
  constructor(
    private readonly trail: TrailQuery,
    private readonly keys: ServiceKeys,
  ) {}

  /**
   * Computes the chain again from the rows and stops at the first that does not fit.
   * @param day   one legal day (`YYYY-MM-DD`) of sealing, or null for all
   * @param told  called after each lot with the day and the links done so far, for a progress line
   * @rule S-69
   */
  async run(day: string | null, told: (day: string, links: number) => void = () => undefined): Promise<AuditCheck> {
    const days = day === null ? await this.trail.days() : [day];
    let links = 0;
    for (const [i, each] of days.entries()) {
      const found =
        (await this.chain(each, (more) => told(each, (links += more)))) ??
        (await this.stranger(day === null ? spanOf(days, i) : spanOf([each], null)));
      if (found) return { days: days.length, links, fault: found };
    }
    const fault = days.length === 0 ? await this.stranger([null, null]) : null;
    return { days: days.length, links, fault };
  }

  private async chain(day: string, told: (more: number) => void): Promise<AuditFault | null> {
    const kept = await this.trail.keptHead(day);
    let head = (await this.trail.headBefore(day))?.head ?? noHead;
    let sequence = 0;
    for (;;) {
      const links = await this.trail.links(day, sequence, page);
      for (const link of links) {
        sequence++;
        const what = faultOf(link, sequence, day, head);
        if (what !== null) return { day, sequence, auditId: what === 'link_removed' ? null : link.audit_id, what };
        head = link.digest;
      }
      told(links.length);
      if (links.length < page) break;
    }
    if (kept && sequence < kept.links) return { day, sequence: sequence + 1, auditId: null, what: 'link_removed' };
    if (kept && !this.isGenuine(kept, { day, links: sequence, head }))
      return { day, sequence: null, auditId: null, what: 'head_changed' };
    return null;
  }

  private isGenuine(kept: KeptHead, computed: { day: string; links: number; head: Buffer }): boolean {
    return kept.head.equals(computed.head) && timingSafeEqual(kept.mac, headMac(this.keys, computed));
  }

  private async stranger([from, to]: Span): Promise<AuditFault | null> {
    const row = await this.trail.stranger(from, to);
    return row && { day: row.day, sequence: null, auditId: row.id, what: 'row_inserted' };
  }
}

type Span = readonly [from: Date | null, to: Date | null];

/** The times a day answers for: its own, or, when all days are checked, also those without a day of their own. */
function spanOf(days: readonly string[], i: number | null): Span {
  if (i === null) return [startOfIstDay(days[0]!), startOfIstDay(addDays(days[0]!, 1))];
  const next = days[i + 1];
  return [i === 0 ? null : startOfIstDay(days[i]!), next === undefined ? null : startOfIstDay(next)];
}

function faultOf(link: SealedLink, expected: number, day: string, before: Buffer): AuditFault['what'] | null {
  if (link.sequence !== expected) return 'link_removed';
  if (link.row === null) return 'row_removed';
  return linkDigest(before, day, expected, link.row).equals(link.digest) ? null : 'row_changed';
}
