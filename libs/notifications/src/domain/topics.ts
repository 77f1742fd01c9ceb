import type { ToldEvent } from './told.js';

/**
 * What messages are about, as their readers choose. `necessary` says why a topic cannot be switched off; such a one may
 * gain a channel, never lose the ones by which its readers are usually reached. One that `insists`, for her safety or
 * because the law wants it told in time, is sent even to an address that bounced when she has no other.
 * SMS of a topic that goes `byDay` need the reader's consent (service-explicit and promotional in the telecom regulator's
 * words) and wait for the morning; the others follow from what she did.
 */
export const topics = {
  account: { necessary: 'These messages tell you when somebody else uses your account.', insists: true, byDay: false },
  orders: {
    necessary: 'Orders, returns and failed deliveries have deadlines that cost you money or goods.',
    insists: false,
    byDay: false,
  },
  money: {
    necessary: 'These messages tell you what was paid, refunded, held back or owed.',
    insists: false,
    byDay: false,
  },
  shop: {
    necessary: 'These messages tell a maker of decisions about her shop, against which she may appeal in time.',
    insists: true,
    byDay: false,
  },
  register: {
    necessary: 'What becomes of a product of the register decides whether goods may be sold under its name.',
    insists: true,
    byDay: false,
  },
  contracts: { necessary: 'Public purchases have deadlines that bind both sides.', insists: true, byDay: false },
  complaints: {
    necessary: 'The law gives complaints their dates, and who complained a right to hear of them.',
    insists: true,
    byDay: false,
  },
  office: { necessary: 'These messages are the work of an office that you hold.', insists: false, byDay: false },
  addresses: {
    necessary: 'These messages tell you that others cannot reach you.',
    insists: false,
    byDay: false,
  },
  parcels: { necessary: null, insists: false, byDay: false },
  goods: { necessary: null, insists: false, byDay: true },
  reviews: { necessary: null, insists: false, byDay: true },
  wishes: { necessary: null, insists: false, byDay: true },
  /** What she asked to be told together. */
  digest: { necessary: null, insists: false, byDay: true },
} as const satisfies Record<string, { necessary: string | null; insists: boolean; byDay: boolean }>;

/** What the reader's consent is for, in the carriers' words: what follows from what she did, or what she was asked about. */
export type ConsentCategory = 'utility' | 'marketing';
export const consentFor = (topic: Topic): ConsentCategory => (topics[topic].byDay ? 'marketing' : 'utility');

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as [Topic, ...Topic[]];

/** What a module's news is about, unless a row below says otherwise. */
const usual: Readonly<Record<string, Topic>> = {
  identity: 'account',
  sellers: 'shop',
  catalogue: 'goods',
  odop: 'register',
  orders: 'orders',
  fulfilment: 'orders',
  payments: 'money',
  tax: 'money',
  procurement: 'contracts',
  grievances: 'complaints',
  notifications: 'addresses',
};

const others: Partial<Record<ToldEvent, Topic>> = {
  'notifications.reply_answered': 'orders',
  'notifications.digest': 'digest',
  'orders.confirmed': 'parcels',
  'orders.delivered': 'parcels',
  'fulfilment.dispatched': 'parcels',
  'fulfilment.pickup_booked': 'parcels',
  'catalogue.listing_returned': 'shop',
  'catalogue.listing_blocked': 'shop',
  'catalogue.listing_hidden': 'shop',
  'catalogue.block_appeal_refused': 'shop',
  'catalogue.wish_met': 'wishes',
  'catalogue.review_invited': 'reviews',
  'catalogue.review_published': 'reviews',
  'catalogue.review_refused': 'reviews',
  'catalogue.review_answered': 'reviews',
  'catalogue.review_answer_refused': 'reviews',
  'catalogue.review_report_decided': 'reviews',
};

/** Audiences that read in an office of theirs, whatever the news is about. */
const inOffice = /officer|^consignee$|^buyer$|^authority$/;

/** What a message is about. @rule S-14 */
export function topicOf(event: string, audience: string): Topic {
  if (inOffice.test(audience)) return 'office';
  const topic = others[event as ToldEvent] ?? usual[event.slice(0, event.indexOf('.'))];
  if (topic === undefined) throw new Error(`broken invariant: ${event} is about something`);
  return topic;
}
