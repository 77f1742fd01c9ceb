import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Paise } from '#platform/money';
import type { TrackingKind } from '../domain/tracking.js';
import { fulfilmentConfig } from '../fulfilment.config.js';
import {
  NoticeRejected,
  type BookedParcel,
  type Courier,
  type CourierNotice,
  type CourierNotices,
  type CourierRemittance,
  type Door,
  type PickupWindow,
} from '../ports/courier.js';
import { CourierLine } from './courier-line.js';
import { verifyStandardWebhook } from './standard-webhook.js';

const instant = z.iso.datetime().transform((at) => new Date(at));
const booked = z
  .object({ awb: z.string().min(1).max(60), price_paise: z.int().min(0).optional() })
  .transform(({ awb, price_paise }) => ({
    awb,
    carriage_paise: price_paise === undefined ? null : BigInt(price_paise),
  }));
const roundList = z.object({
  rounds: z.array(z.object({ id: z.string().min(1).max(60), from: instant, to: instant, closes_at: instant })).max(100),
});
const remittancePage = z.object({
  remittances: z.array(
    z.object({
      id: z.string().min(1).max(100),
      awb: z.string().min(1).max(60),
      amount_paise: z.int().positive().transform(BigInt),
      utr: z.string().min(1).max(60),
      at: z.iso.datetime(),
    }),
  ),
  next: z.string().nullable(),
});
const notice = z.object({
  id: z.string().min(1).max(100),
  awb: z.string().min(1).max(60),
  state: z.string(),
  at: z.iso.datetime(),
  proof: z.enum(['code', 'signature']).nullish().catch(null),
});

/** The courier's words in ours; a word that is not here is kept and changes nothing. */
const words: Readonly<Record<string, TrackingKind>> = {
  pickup_failed: 'pickup_missed',
  picked_up: 'picked_up',
  in_transit: 'picked_up',
  out_for_delivery: 'out_for_delivery',
  attempt_failed: 'attempt_failed',
  delivered: 'delivered',
  rto_initiated: 'sent_back',
  rto_delivered: 'back_at_origin',
  lost: 'lost',
  damaged: 'lost',
};

/** A courier with a JSON service and Standard Webhooks; the simulator speaks the same. */
@Injectable()
export class HttpCourier implements Courier, CourierNotices {
  readonly name = 'courier';
  private readonly line = new CourierLine(this.name, () => {
    const { COURIER_URL: url, COURIER_KEY: key } = fulfilmentConfig();
    return { url, key };
  });

  async book(parcel: Parameters<Courier['book']>[0]): Promise<BookedParcel | null> {
    return this.booked('book', { ...whatGoes(parcel.shipmentId, parcel), cod_paise: Number(parcel.cash_paise) });
  }

  async bookPickup(parcel: Parameters<Courier['bookPickup']>[0]): Promise<BookedParcel | null> {
    return this.booked('book pickup', { ...whatGoes(parcel.bookingId, parcel), kind: 'return' });
  }

  private async booked(what: string, wanted: object): Promise<BookedParcel | null> {
    const answer = await this.line.post(what, '/parcels', wanted);
    if (answer.status === 422) return null;
    if (!answer.ok) throw this.line.refused(answer, what);
    return booked.parse(await answer.json());
  }

  async callOff(awb: string): Promise<boolean> {
    const answer = await this.line.post('call off', `/parcels/${encodeURIComponent(awb)}/cancel`, {});
    if (!answer.ok && answer.status !== 409) throw this.line.refused(answer, 'call off');
    return answer.ok;
  }

  async pickupWindows(awb: string): Promise<PickupWindow[]> {
    const answer = await this.line.get('pickup rounds', `/parcels/${encodeURIComponent(awb)}/pickup-rounds`);
    const { rounds } = roundList.parse(await answer.json());
    return rounds.map(({ closes_at: closesAt, ...round }) => ({ ...round, closesAt }));
  }

  async setPickup(awb: string, round: string | null): Promise<boolean> {
    const answer = await this.line.post('pickup round', `/parcels/${encodeURIComponent(awb)}/pickup-round`, { round });
    if (!answer.ok && answer.status !== 409) throw this.line.refused(answer, 'pickup round');
    return answer.ok;
  }

  async changeCash(awb: string, cash_paise: Paise): Promise<void> {
    const body = { cod_paise: Number(cash_paise) };
    const answer = await this.line.post('change cash', `/parcels/${encodeURIComponent(awb)}/cod`, body);
    if (!answer.ok) throw this.line.refused(answer, 'change cash');
  }

  async remittances(since: Date): Promise<CourierRemittance[]> {
    const found: CourierRemittance[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = new URLSearchParams({ since: since.toISOString(), ...(after && { after }) }).toString();
      const answer = await this.line.get('remittances', `/remittances?${query}`);
      const page: z.infer<typeof remittancePage> = remittancePage.parse(await answer.json());
      found.push(...page.remittances.map(({ awb, at, ...one }) => ({ ...one, parcel: awb, at: new Date(at) })));
      after = page.next;
    }
    return found;
  }

  verifyWebhook(rawBody: Uint8Array, headers: Readonly<Record<string, string | string[] | undefined>>): CourierNotice {
    verifyStandardWebhook(fulfilmentConfig().COURIER_WEBHOOK_SECRETS, rawBody, headers, new Date());
    try {
      const told = notice.parse(JSON.parse(Buffer.from(rawBody).toString('utf8')));
      return {
        eventId: told.id,
        awb: told.awb,
        kind: words[told.state] ?? null,
        proof: told.proof ?? null,
        at: new Date(told.at),
      };
    } catch {
      throw new NoticeRejected('malformed');
    }
  }
}

/** A parcel in the courier's words; our id of it is the key by which it is booked once. */
const whatGoes = (
  id: string,
  parcel: { fromPincode: string; toPincode: string; weight_g: number; from?: Door; to?: Door },
) => ({
  idempotencyKey: id,
  reference: id,
  service: 'surface',
  from_pin: parcel.fromPincode,
  to_pin: parcel.toPincode,
  weight_g: parcel.weight_g,
  from: parcel.from,
  to: parcel.to,
});
