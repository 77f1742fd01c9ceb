import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { FollowTrackingJob } from '../domain/shipment.events.js';
import { trackingKinds } from '../domain/tracking.js';
import type { CourierNotice, TrackingFile } from '../ports/courier.js';

const fresh = z.object({ event_id: z.string(), awb: z.string(), kind: z.enum(trackingKinds).nullable() });

/** News of couriers, each piece kept once, and the files that some of it came in. */
@Injectable()
export class TrackingNotices {
  /** Keeps what was not told before, and leaves what it means to jobs. @rule S-19 */
  async keep(tx: Tx, courier: string, told: readonly CourierNotice[]): Promise<void> {
    const news = await tx.many(
      fresh,
      `insert into fulfilment.tracking_notice (courier, event_id, awb, kind, proof, at, received_at)
       select $1, t.event_id, t.awb, t.kind, t.proof, t.at, $7
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as t(event_id, awb, kind, proof, at)
       on conflict do nothing
       returning event_id, awb, kind`,
      [
        courier,
        told.map((one) => one.eventId),
        told.map((one) => one.awb),
        told.map((one) => one.kind),
        told.map((one) => one.proof),
        told.map((one) => one.at),
        tx.now,
      ],
    );
    for (const { event_id: eventId, awb, kind } of news)
      if (kind !== null) tx.enqueue(FollowTrackingJob, { courier, eventId, awb, kind });
  }

  /** When the last file that was read was written, by the courier's clock; null: none was. */
  async lastFile(tx: Tx, courier: string): Promise<Date | null> {
    const sql = `select max(written_at) as at from fulfilment.tracking_file where courier = $1`;
    return (await tx.maybe(z.object({ at: z.date().nullable() }), sql, [courier]))?.at ?? null;
  }

  /** How long a file was when it was read; null: it was not. */
  async bytesRead(tx: Tx, courier: string, name: string): Promise<number | null> {
    const sql = `select bytes from fulfilment.tracking_file where courier = $1 and name = $2`;
    return (await tx.maybe(z.object({ bytes: z.number() }), sql, [courier, name]))?.bytes ?? null;
  }

  /** A file is read. @returns how many rows of it could not be read the last time */
  async noteFile(tx: Tx, courier: string, file: TrackingFile, broken: number): Promise<number> {
    const before = await tx.maybe(
      z.object({ broken: z.number() }),
      `select broken from fulfilment.tracking_file where courier = $1 and name = $2 for update`,
      [courier, file.name],
    );
    await tx.run(
      `insert into fulfilment.tracking_file (courier, name, bytes, broken, written_at, read_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (courier, name) do update
          set bytes = excluded.bytes, broken = excluded.broken, written_at = excluded.written_at, read_at = excluded.read_at`,
      [courier, file.name, file.bytes, broken, file.at, tx.now],
    );
    return before?.broken ?? 0;
  }
}
