import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import type { EWayRequest } from '../domain/eway-request.js';
import { EWayBillKnown, EWayBillRefusedThere, EWayPortal, type KnownEWayBill } from '../ports/eway-portal.js';
import { taxConfig } from '../tax.config.js';

const timeout_ms = 15_000;
/** One was made of this paper already. */
const duplicate = '604';
const cancelledAlready = '312';

const answer = z.object({
  ewayBillNo: z.string().regex(/^[0-9]{12}$/),
  ewayBillDate: z.iso.datetime(),
  distance: z.int().min(0).max(4_000),
  totInvValue: z.number(),
  status: z.enum(['ACT', 'CNL']),
});
const refusal = z.object({ error: z.object({ code: z.string().regex(/^[0-9a-z_]{1,40}$/) }) });

/** The portal over JSON, at the address and with the key of the invoice portal; the simulator speaks the same. @rule STD-5.2 */
@Injectable()
export class HttpEWayPortal extends EWayPortal {
  async make(asked: EWayRequest, irn: string | null): Promise<KnownEWayBill> {
    const reply = await this.call('POST', '/ewaybills', irn === null ? asked : { ...asked, irn });
    if (reply.status === 422 || reply.status === 409) {
      const { code } = refusal.parse(await reply.json()).error;
      throw code === duplicate ? new EWayBillKnown('the portal knows this paper') : new EWayBillRefusedThere(code);
    }
    return known(reply);
  }

  async find({ fromGstin, docType, docNo, docDate, fromPincode }: EWayRequest): Promise<KnownEWayBill | null> {
    const asked = { gstin: fromGstin, type: docType, number: docNo, date: docDate, pincode: String(fromPincode) };
    const reply = await this.call('GET', `/ewaybills?${new URLSearchParams(asked).toString()}`);
    return reply.status === 404 ? null : known(reply);
  }

  async cancel(number: string): Promise<void> {
    const reply = await this.call('POST', '/ewaybills/cancellations', { ewayBillNo: number });
    if (reply.status === 422 || reply.status === 409) {
      const { code } = refusal.parse(await reply.json()).error;
      if (code !== cancelledAlready) throw new EWayBillRefusedThere(code);
    } else if (!reply.ok) throw new Error(`the e-way bill portal answered ${reply.status}`);
  }

  private call(method: string, path: string, body?: unknown): Promise<Response> {
    const { IRP_URL, IRP_KEY } = taxConfig();
    return fetchOutside('e-way bill portal', `${method} ewaybills`, IRP_URL + path, {
      method,
      headers: { authorization: `Bearer ${IRP_KEY}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
    });
  }
}

async function known(reply: Response): Promise<KnownEWayBill> {
  if (!reply.ok) throw new Error(`the e-way bill portal answered ${reply.status}`);
  const { ewayBillNo, ewayBillDate, distance, totInvValue, status } = answer.parse(await reply.json());
  const madeAt = new Date(ewayBillDate);
  return { number: ewayBillNo, madeAt, distance_km: distance, totInvValue, isCancelled: status === 'CNL' };
}
