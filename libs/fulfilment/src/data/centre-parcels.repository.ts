import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { centreParcelStates, type CentreParcelEvent, type CentreParcelState } from '../domain/centre-parcel.states.js';
import { fail } from '../domain/shipment.errors.js';
import type { Manifest } from '../domain/manifest.js';
import { shipmentStates, type ShipmentState } from '../domain/shipment.states.js';
import { CentreManifestEntity, CollectionCentreEntity } from './centre-parcel.entity.js';

const centreRow = z.object({
  id: z.uuid(),
  name: z.string(),
  street: z.string(),
  pincode: z.string(),
  is_open: z.boolean(),
});
/** Where makers bring parcels. */
export type CollectionCentre = z.infer<typeof centreRow>;

const row = z.object({
  id: z.uuid(),
  centre_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(centreParcelStates.names as [CentreParcelState]),
});
export type CentreParcel = z.infer<typeof row>;

const gatheredRow = z.object({
  id: z.uuid(),
  state: z.enum(centreParcelStates.names as [CentreParcelState]),
  state_since: z.date(),
  maker: z.string(),
  parcel_state: z.enum(shipmentStates.names as [ShipmentState]),
  is_held: z.boolean(),
  courier: z.string().nullable(),
  awb: z.string().nullable(),
  to_pincode: z.string(),
  weight_g: z.number(),
  cash_paise: paiseColumn,
});
/** A parcel as the keepers of its centre see it: nothing of who gets it but the PIN code. */
export type GatheredParcel = z.infer<typeof gatheredRow>;

const manifestRow = z.object({ id: z.uuid(), carrier: z.string(), handed_over_at: z.date(), parcels: z.number() });
export type ListedManifest = z.infer<typeof manifestRow>;

/** Most centres of one list. */
export const centres_max = 200;

/** Collection centres, what lies there, and what left them together. */
@Injectable()
export class CentreParcels {
  /** Enters a centre, or changes what is known of it. */
  async enter(tx: Tx, centre: CollectionCentre): Promise<void> {
    const { id, name, street, pincode, is_open } = centre;
    const changed = await tx.run(
      `update fulfilment.collection_centre set name = $2, street = $3, pincode = $4, is_open = $5 where id = $1`,
      [id, name, street, pincode, is_open],
    );
    if (changed === 0) await tx.insert(CollectionCentreEntity, { ...centre, entered_at: tx.now });
  }

  /** Those that take parcels, by the beginning of their PIN code. */
  open(tx: Tx, pincodeStart: string): Promise<CollectionCentre[]> {
    return tx.many(
      centreRow,
      `select id, name, street, pincode, is_open from fulfilment.collection_centre
        where is_open and pincode like $1 || '%' order by pincode, name, id limit ${centres_max}`,
      [pincodeStart],
    );
  }

  /** @throws centre_not_found */
  async centre(tx: Tx, id: string | null): Promise<CollectionCentre> {
    const sql = `select id, name, street, pincode, is_open from fulfilment.collection_centre where id = $1`;
    const found = await tx.maybe(centreRow, sql, [id]);
    if (!found) throw fail('centre_not_found');
    return found;
  }

  /** The place of a parcel, held; null: it was never to be brought anywhere. */
  lock(tx: Tx, id: string): Promise<CentreParcel | null> {
    const sql = `select id, centre_id, seller_id, state from fulfilment.centre_parcel where id = $1 for update`;
    return tx.maybe(row, sql, [id]);
  }

  /** The same for a keeper of its centre. @throws centre_parcel_not_found, also for another’s (S-42) */
  async lockOwn(tx: Tx, id: string): Promise<CentreParcel> {
    const found = await this.lock(tx, id);
    if (!found || found.centre_id !== tx.actor.organisationId) throw fail('centre_parcel_not_found');
    return found;
  }

  /** Whether it is the caller’s to keep, without holding it: rows are held parcel first, then its place. @throws centre_parcel_not_found */
  async assertOwn(tx: Tx, id: string): Promise<void> {
    const sql = `select from fulfilment.centre_parcel where id = $1 and centre_id = $2`;
    if ((await tx.run(sql, [id, tx.actor.organisationId])) === 0) throw fail('centre_parcel_not_found');
  }

  /** Whether it lies at a centre now; its shopper, who sees nothing of that, asks it too when she cancels. */
  async lies(tx: Tx, id: string): Promise<boolean> {
    const sql = `select from fulfilment.centre_parcel where id = $1 and state = 'here'`;
    return seeingAll(tx, async () => (await tx.run(sql, [id])) > 0);
  }

  /** Its maker is going to bring it to a centre. */
  async expect(tx: Tx, parcel: { id: string; sellerId: string; centreId: string }): Promise<void> {
    await tx.run(
      `insert into fulfilment.centre_parcel (id, centre_id, seller_id, state) values ($1, $2, $3, 'expected')
       on conflict (id) do update set centre_id = excluded.centre_id, state = excluded.state, manifest_id = null`,
      [parcel.id, parcel.centreId, parcel.sellerId],
    );
    tx.audit({ action: 'fulfilment.centre_chosen', object: { kind: 'shipment', id: parcel.id } });
  }

  /** Moves it along its table and writes it down for the auditor. */
  async move(tx: Tx, parcel: CentreParcel, by: CentreParcelEvent, manifestId: string | null = null): Promise<void> {
    const state = centreParcelStates.next(parcel.state, by);
    const sql = `update fulfilment.centre_parcel set state = $2, manifest_id = $3 where id = $1`;
    await tx.run(sql, [parcel.id, state, manifestId]);
    tx.audit({
      action: `fulfilment.centre_${by}`,
      object: { kind: 'shipment', id: parcel.id },
      before: { state: parcel.state },
      after: { state },
    });
  }

  /** The parcel is on its way, whoever said so first. */
  async left(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `update fulfilment.centre_parcel set state = case state when 'here' then 'handed_over' else 'with_maker' end
        where id = $1 and state in ('expected', 'here')`,
      [id],
    );
  }

  async addManifest(tx: Tx, centreId: string, carrier: string): Promise<string> {
    const id = newId();
    const by = { handed_over_by: tx.actor.personId, handed_over_at: tx.now };
    await tx.insert(CentreManifestEntity, { id, centre_id: centreId, carrier, ...by });
    return id;
  }

  /** What a centre expects or has, the oldest parcel first. The caller sees all rows, so the centre is named here. @rule S-42 */
  page(tx: Tx, state: CentreParcelState, request: PageRequest): Promise<GatheredParcel[]> {
    const page = keyset(request, ['c.id'], 'asc', 3);
    return tx.many(
      gatheredRow,
      `select c.id, c.state, c.state_since, m.name as maker, s.state as parcel_state, s.held_why is not null as is_held,
              s.courier, s.awb, s.to_pincode, s.weight_g, s.cash_paise
         from fulfilment.centre_parcel c
         join fulfilment.shipment s on s.id = c.id
         join sellers.v_seller m on m.seller_id = c.seller_id
        where c.centre_id = $1 and c.state = $2 ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [tx.actor.organisationId, state, ...page.values],
    );
  }

  manifests(tx: Tx, request: PageRequest): Promise<ListedManifest[]> {
    const page = keyset(request, ['t.id'], 'desc', 2);
    return tx.many(
      manifestRow,
      `select t.id, t.carrier, t.handed_over_at,
              (select count(*)::integer from fulfilment.centre_parcel c where c.manifest_id = t.id) as parcels
         from fulfilment.centre_manifest t
        where t.centre_id = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [tx.actor.organisationId, ...page.values],
    );
  }

  /** What left together, for the centre it left. @throws manifest_not_found, also for another’s (S-42) */
  async manifest(tx: Tx, id: string): Promise<Manifest> {
    const found = await tx.maybe(
      z.object({ id: z.uuid(), carrier: z.string(), handed_over_at: z.date() }),
      `select id, carrier, handed_over_at from fulfilment.centre_manifest where id = $1 and centre_id = $2`,
      [id, tx.actor.organisationId],
    );
    if (!found) throw fail('manifest_not_found');
    const parcels = await tx.many(
      z.object({
        awb: z.string(),
        maker: z.string(),
        to_pincode: z.string(),
        weight_g: z.number(),
        cash_paise: paiseColumn,
      }),
      `select s.awb, m.name as maker, s.to_pincode, s.weight_g, s.cash_paise
         from fulfilment.centre_parcel c
         join fulfilment.shipment s on s.id = c.id
         join sellers.v_seller m on m.seller_id = c.seller_id
        where c.manifest_id = $1 order by s.awb`,
      [id],
    );
    return { ...found, centre: await this.centre(tx, tx.actor.organisationId), parcels };
  }
}
