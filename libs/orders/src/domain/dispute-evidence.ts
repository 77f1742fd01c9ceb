import type { DisputeEvidence } from '#payments';
import { istDay } from '#platform/time';

/** An order of a checkout a bank asks about, with what proves it. */
export interface DisputedOrder {
  id: string;
  number: string;
  lines: readonly { title: string; quantity: number; hsn: string | null }[];
  parcel: {
    carrier: string | null;
    trackingNumber: string | null;
    dispatchedAt: Date | null;
    deliveredAt: Date | null;
    /** How the delivery was proved, where the courier told. */
    proof: 'code' | 'signature' | null;
  } | null;
}

const text_max = 20_000;

/** What a bank is told of a checkout: what was bought, how it travelled, and that it arrived; nothing of her person. @rule SM-6 */
export function evidenceOf(orders: readonly DisputedOrder[], note: string | null): DisputeEvidence {
  const parcels = orders.flatMap(({ parcel }) => (parcel?.dispatchedAt ? [parcel] : []));
  const days = (dates: readonly (Date | null)[]) => dates.flatMap((date) => (date ? [istDay(date)] : [])).sort();
  const received = days(parcels.map(({ deliveredAt }) => deliveredAt));
  const arrivedAll = parcels.length > 0 && parcels.length === orders.length && received.length === orders.length;
  const listed = (words: readonly (string | null)[]) => [...new Set(words)].filter((word) => word !== null).join(', ');
  return {
    goods: orders.map(saysGoods).join('\n').slice(0, text_max),
    carrier: listed(parcels.map(({ carrier }) => carrier)) || null,
    trackingNumber: listed(parcels.map(({ trackingNumber }) => trackingNumber)) || null,
    sentOn: days(parcels.map(({ dispatchedAt }) => dispatchedAt))[0] ?? null,
    receivedOn: arrivedAll ? received.at(-1)! : null,
    text: [...(note === null ? [] : [note]), ...orders.map(saysWay)].join('\n').slice(0, text_max),
  };
}

const saysGoods = ({ number, lines }: DisputedOrder): string =>
  `Order ${number}: ${lines.map(({ title, quantity, hsn }) => `${quantity} × ${title}${hsn ? ` (HSN ${hsn})` : ''}`).join('; ')}`;

function saysWay({ number, parcel }: DisputedOrder): string {
  if (!parcel?.dispatchedAt) return `Order ${number}: not sent yet.`;
  const { carrier, trackingNumber, dispatchedAt, deliveredAt, proof } = parcel;
  const sent = `Order ${number}: sent on ${istDay(dispatchedAt)} with ${carrier ?? 'a carrier'}, number ${trackingNumber ?? 'unknown'}`;
  if (deliveredAt === null) return `${sent}; on its way.`;
  const proved = proof === null ? '' : `, proved by the receiver’s ${proof}`;
  return `${sent}; delivered on ${istDay(deliveredAt)}${proved}.`;
}
