import type { Owner } from '#platform/queue';

/** What may be late, in the order of the page, and the role that looks after it. */
export const lateOwners = {
  orders: 'platform_operator',
  parcels: 'payments_officer',
  returns: 'payments_officer',
  refunds: 'payments_officer',
  payouts: 'payments_officer',
  complaints: 'grievance_officer',
  messages: 'platform_operator',
  papers: 'platform_operator',
  jobs: 'platform_operator',
} as const satisfies Record<string, Owner>;
export type LateAbout = keyof typeof lateOwners;
export const lateAbouts = Object.keys(lateOwners) as [LateAbout, ...LateAbout[]];

interface Words {
  what: string;
  toDo: string;
}

const provider = 'See docs/runbooks/provider-down.md; the bazaar asks again by itself.';

/** State → what it means and what to do. A state without a row is told as `other`. */
export const lateWords = {
  orders: {
    placed: {
      what: 'A maker has not taken on an order that was paid.',
      toDo: 'Call the maker: when the time is over the order is cancelled and the shopper refunded.',
    },
    confirmed: { what: 'An order was taken on and is not packed.', toDo: 'Ask the maker when she packs it.' },
    packed: {
      what: 'An order is packed and was not handed over.',
      toDo: 'See its parcel below; ask the courier, or the maker.',
    },
    shipped: { what: 'An order is on its way for too long.', toDo: 'See its parcel below; ask the courier.' },
    rto: { what: 'An order came back to its maker and is not refunded.', toDo: 'See its refund below.' },
    return_in_transit: {
      what: 'Goods are on their way back for too long.',
      toDo: 'See the return: decide that they were received, or that nothing will come.',
    },
    other: {
      what: 'An order whose money is here was not placed.',
      toDo: 'See docs/runbooks/queues.md: its news waits.',
    },
  },
  parcels: {
    created: {
      what: 'No courier is booked for a parcel.',
      toDo: 'See why the courier refuses; correct it with the maker.',
    },
    ready: { what: 'A parcel waits with its maker.', toDo: 'Ask the courier to come, or the maker to hand it over.' },
    rto_initiated: { what: 'A parcel is on its way back for too long.', toDo: 'Ask the courier where it is.' },
    other: {
      what: 'Nothing is heard of a parcel on its way.',
      toDo: 'Ask the courier; a parcel of a carrier of the maker’s own the desk decides.',
    },
  },
  returns: {
    planned: {
      what: 'No courier is booked to fetch what goes back.',
      toDo: 'See why the courier refuses, then replay.',
    },
    booked: { what: 'Nobody has fetched what goes back.', toDo: 'Ask the courier to come to the shopper.' },
    with_shopper: {
      what: 'The shopper has not sent what goes back.',
      toDo: 'Decide the return, with a reason both read.',
    },
    other: { what: 'Nothing is heard of what goes back.', toDo: 'Decide the return, with a reason both read.' },
  },
  refunds: {
    requested: { what: 'A refund was not begun.', toDo: provider },
    initiated: { what: 'A refund is with the provider for too long.', toDo: 'Look it up at the provider by its id.' },
    other: {
      what: 'A refund could not be sent.',
      toDo: 'Find out why, then send it again or pay it by bank transfer.',
    },
  },
  payouts: {
    scheduled: { what: 'A payout was not sent.', toDo: provider },
    sent: { what: 'The bank has not answered about a payout.', toDo: 'Look it up at the bank by its id.' },
    held: {
      what: 'All payouts of a maker are held.',
      toDo: 'Decide whether they may go; another officer releases them.',
    },
    other: {
      what: 'The bank did not take a payout.',
      toDo: 'Ask the maker for an account that works, then send it again.',
    },
  },
  complaints: {
    received: {
      what: 'A complaint was not acknowledged.',
      toDo: 'Read it and acknowledge it: the law gives 48 hours.',
    },
    escalated: { what: 'A complaint lies with the nodal person.', toDo: 'The nodal person decides it.' },
    other: { what: 'A complaint waits to be decided.', toDo: 'Decide it: the law gives a month.' },
  },
  messages: {
    other: { what: 'A message could not be delivered.', toDo: 'Mend what the provider refuses, then send it again.' },
  },
  papers: {
    other: { what: 'A paper was not printed.', toDo: 'See the reason; its number stays. Replay when it is dead.' },
  },
} as const satisfies Partial<Record<LateAbout, Record<string, Words>>>;

export function wordsOf(about: keyof typeof lateWords, state: string): Words {
  const rows: Record<string, Words> = lateWords[about];
  return rows[state] ?? rows['other']!;
}
