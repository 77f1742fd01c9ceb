import type { LateParcel } from '#fulfilment';
import type { Complaint } from '#grievances';
import type { MessageRecord } from '#notifications';
import type { LateOrder } from '#orders';
import type { LatePayout, LateRefund } from '#payments';
import { termsOf, type LateJob } from '#platform/queue';
import type { Late } from './late.schema.js';
import { wordsOf } from './late-words.js';

const maker = (id: string) => ({ kind: 'maker', id }) as const;
const shopper = (id: string) => ({ kind: 'shopper', id }) as const;
const bazaar = { kind: 'bazaar', id: null } as const;
const none = { orderId: null, why: null, until: null, act: null } as const;

export const lateOrder = (row: LateOrder): Late => ({
  ...none,
  ...wordsOf('orders', row.state),
  id: row.id,
  forWhom: maker(row.seller_id),
  orderId: row.id,
  since: row.state_since.toISOString(),
  until: row.state === 'placed' ? (row.due_at?.toISOString() ?? null) : null,
});

/** The desk decides about a parcel by its own id; about goods that come back by their return. */
const lateParcel =
  (about: 'parcels' | 'returns') =>
  (row: LateParcel): Late => ({
    ...none,
    ...wordsOf(about, row.state),
    id: row.id,
    forWhom: maker(row.seller_id),
    orderId: row.cause_kind === 'order' ? row.cause_id : null,
    why: row.awb === null ? null : `${row.courier ?? ''} ${row.awb}`.trim(),
    since: row.state_since.toISOString(),
  });
export const lateOut = lateParcel('parcels');
export const lateBack = lateParcel('returns');

export const lateRefund = (row: LateRefund): Late => ({
  ...none,
  ...wordsOf('refunds', row.state),
  id: row.id,
  forWhom: shopper(row.payer_id),
  orderId: row.sale_id,
  why: row.failure,
  since: row.state_since.toISOString(),
  act: row.state === 'manual' ? `POST /v1/admin/refunds/${row.id}/retry` : null,
});

export const latePayout = (row: LatePayout): Late => ({
  ...none,
  ...wordsOf('payouts', row.state),
  id: row.id,
  forWhom: maker(row.seller_id),
  why: row.failure,
  since: row.since.toISOString(),
  act:
    row.state === 'held'
      ? `POST /v1/admin/payout-holds/${row.seller_id}/release`
      : row.state === 'failed'
        ? `POST /v1/admin/payouts/${row.id}/retry`
        : null,
});

export const lateComplaint = (row: Complaint): Late => ({
  ...none,
  ...wordsOf('complaints', row.state),
  id: row.id,
  forWhom: shopper(row.person_id),
  orderId: row.order_id,
  why: row.breached_at === null ? row.ticket : `${row.ticket}: not decided in a month`,
  since: row.received_at.toISOString(),
  until: row.due_at?.toISOString() ?? null,
  act: `POST /v1/admin/complaints/${row.id}/${row.state === 'received' ? 'acknowledgement' : 'resolution'}`,
});

export const lateMessage = (row: MessageRecord): Late => ({
  ...none,
  ...wordsOf('messages', row.state),
  id: row.id,
  forWhom: bazaar,
  why: `${row.event} by ${row.channel}: ${row.failure ?? ''}`,
  since: row.changed_at.toISOString(),
  act: `POST /v1/admin/messages/${row.id}/retry`,
});

const isDead = (row: LateJob): boolean => row.dead_at !== null;
const jobOf = (row: LateJob) => ({
  ...none,
  id: row.id,
  forWhom: bazaar,
  why: row.reason,
  since: (row.dead_at ?? row.received_at).toISOString(),
  act: isDead(row) ? `POST /v1/admin/jobs/dead/${row.id}/replay` : null,
});

export const latePaper = (row: LateJob): Late => ({ ...jobOf(row), ...wordsOf('papers', 'other') });

export const lateJob = (row: LateJob): Late => {
  const { owner, whenDead } = termsOf(row.handler);
  return {
    ...jobOf(row),
    what: isDead(row) ? `${row.handler} failed at every attempt.` : `${row.handler} is not done yet.`,
    toDo: isDead(row)
      ? `${owner}: ${whenDead}`
      : 'See docs/runbooks/queues.md: a worker is missing, or somebody is slow.',
  };
};
