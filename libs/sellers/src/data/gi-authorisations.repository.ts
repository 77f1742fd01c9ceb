import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { TermedRight } from '../domain/paper-terms.rules.js';
import { fail } from '../domain/gi.errors.js';
import { GiAuthorisationEntity } from './gi.entity.js';

const authorisationRow = z.object({
  id: z.uuid(),
  gi_slug: z.string(),
  gi_name: z.string(),
  number: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  state: z.enum(['claimed', 'verified', 'rejected']),
  reason: z.string().nullable(),
});
export type GiAuthorisationView = z.output<typeof authorisationRow>;

const select = `
  select a.id, g.slug as gi_slug, g.name as gi_name, a.number, a.valid_from::text, a.valid_to::text, a.state, a.reason
    from sellers.gi_authorisation a join odop.v_gi g on g.id = a.gi_id`;

/** Certificates of authorised users of registered GIs. */
@Injectable()
export class GiAuthorisations {
  ofSeller(tx: Tx, sellerId: string): Promise<GiAuthorisationView[]> {
    return tx.many(
      authorisationRow,
      `select * from (${select} where a.seller_id = $1 order by a.id desc limit 100) last order by id`,
      [sellerId],
    );
  }

  /** Those a maker has for the GIs of an ODOP entry. */
  forEntry(tx: Tx, sellerId: string, giSlugs: readonly string[]): Promise<GiAuthorisationView[]> {
    return tx.many(authorisationRow, `${select} where a.seller_id = $1 and g.slug = any($2) order by a.id`, [
      sellerId,
      giSlugs,
    ]);
  }

  /** Which names a maker may carry, each until her last certificate for it ends. @rule */
  terms(tx: Tx, sellerId: string): Promise<TermedRight[]> {
    return tx.many(
      z.object({ gi: z.string(), valid_to: z.string() }),
      `select g.name as gi, max(a.valid_to)::text as valid_to
         from sellers.gi_authorisation a join odop.v_gi g on g.id = a.gi_id
        where a.seller_id = $1 and a.state = 'verified'
        group by g.id, g.name order by g.name`,
      [sellerId],
    );
  }

  /** The GI's id and the States of its area. @throws gi_not_registered (422) */
  async gi(tx: Tx, slug: string): Promise<{ id: string; state_codes: string[] }> {
    const gi = await tx.maybe(
      z.object({ id: z.uuid(), state_codes: z.array(z.string()) }),
      `select id, state_codes from odop.v_gi where slug = $1`,
      [slug],
    );
    if (gi === null) throw fail('gi_not_registered', { gi: slug });
    return gi;
  }

  /** Whether somebody holds this certificate already, or claims it. */
  async isTaken(tx: Tx, giId: string, number: string): Promise<boolean> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from sellers.gi_authorisation where gi_id = $1 and number = $2 and state <> 'rejected'`,
      [giId, number],
    );
    return rows.length > 0;
  }

  async add(
    tx: Tx,
    row: Pick<GiAuthorisationEntity, 'id' | 'seller_id' | 'gi_id' | 'number' | 'valid_from' | 'valid_to'>,
  ) {
    await tx.insert(GiAuthorisationEntity, {
      ...row,
      state: 'claimed',
      reason: null,
      claimed_at: tx.now,
      decided_at: null,
      decided_by: null,
    });
  }

  /** @throws gi_authorisation_unknown (404), gi_authorisation_decided (409) */
  async decide(tx: Tx, sellerId: string, id: string, state: 'verified' | 'rejected', reason: string): Promise<void> {
    const claim = await tx.maybe(
      z.object({ state: z.string() }),
      `select state from sellers.gi_authorisation where id = $1 and seller_id = $2 for update`,
      [id, sellerId],
    );
    if (claim === null) throw fail('gi_authorisation_unknown');
    if (claim.state !== 'claimed') throw fail('gi_authorisation_decided', { state: claim.state });
    await tx.run(
      `update sellers.gi_authorisation set state = $2, reason = $3, decided_at = $4, decided_by = $5 where id = $1`,
      [id, state, reason, tx.now, tx.actor.personId],
    );
  }
}
