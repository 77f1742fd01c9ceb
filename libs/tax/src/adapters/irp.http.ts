import { Injectable } from '@nestjs/common';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import type { Inv01 } from '../domain/inv01.js';
import { qrSays } from '../domain/registered.js';
import { Irp, IrpKnowsIt, IrpRefused, type Registered } from '../ports/irp.js';
import { taxConfig } from '../tax.config.js';

const timeout_ms = 15_000;
/** The portal knows the document already. */
const duplicate = '2150';

const answer = z.object({
  AckNo: z.string().regex(/^[0-9]{1,20}$/),
  AckDt: z.iso.datetime(),
  Irn: z.string().regex(/^[0-9a-f]{64}$/),
  SignedInvoice: z.string().min(1).max(2_000_000),
  SignedQRCode: z.string().min(1).max(2_000),
  Status: z.enum(['ACT', 'CNL']),
});
const refusal = z.object({ error: z.object({ code: z.string().regex(/^[0-9a-z_]{1,40}$/) }) });
/** The portal wraps what it signs as text. */
const wrapped = z.object({ data: z.string() });

/** The portal over JSON; the simulator speaks the same. What it signed is believed only with its signature. @rule STD-5.1 */
@Injectable()
export class HttpIrp extends Irp {
  async register(invoice: Inv01): Promise<Registered> {
    const reply = await this.call('POST', '/invoices', invoice);
    if (reply.status === 422 || reply.status === 409) {
      const { code } = refusal.parse(await reply.json()).error;
      throw code === duplicate ? new IrpKnowsIt('the portal knows this document') : new IrpRefused(code);
    }
    if (!reply.ok) throw new Error(`the invoice portal answered ${reply.status}`);
    return this.verified(await reply.json());
  }

  async find({ gstin, type, number, date }: Parameters<Irp['find']>[0]): Promise<Registered | null> {
    const asked = new URLSearchParams({ gstin, type, number, date });
    const reply = await this.call('GET', `/invoices?${asked.toString()}`);
    if (reply.status === 404) return null;
    if (!reply.ok) throw new Error(`the invoice portal answered ${reply.status}`);
    return this.verified(await reply.json());
  }

  private async verified(body: unknown): Promise<Registered> {
    const { AckNo, AckDt, Irn, SignedInvoice, SignedQRCode, Status } = answer.parse(body);
    const keys = createLocalJWKSet((taxConfig().IRP_KEY_SET ?? (await this.simulated())) as JSONWebKeySet);
    const opened = async (jws: string): Promise<unknown> => {
      const { payload } = await compactVerify(jws, keys, { algorithms: ['RS256'] });
      return JSON.parse(wrapped.parse(JSON.parse(Buffer.from(payload).toString('utf8'))).data);
    };
    await opened(SignedInvoice);
    const qr = qrSays.parse(await opened(SignedQRCode));
    if (qr.Irn !== Irn) throw new Error('the invoice portal signed a code of another number');
    return {
      ...{ irn: Irn, ackNumber: AckNo, ackAt: new Date(AckDt), signedQr: SignedQRCode, signedInvoice: SignedInvoice },
      ...{ qr, isCancelled: Status === 'CNL' },
    };
  }

  /** Keys of the portal of a trial installation; production has them from its settings. */
  private async simulated(): Promise<unknown> {
    return (await this.call('GET', '/keys')).json();
  }

  private call(method: string, path: string, body?: unknown): Promise<Response> {
    const { IRP_URL, IRP_KEY } = taxConfig();
    return fetchOutside('invoice portal', `${method} ${path.split(/[/?]/)[1]}`, IRP_URL + path, {
      method,
      headers: { authorization: `Bearer ${IRP_KEY}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
    });
  }
}
