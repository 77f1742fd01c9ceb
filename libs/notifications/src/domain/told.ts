/**
 * How a value of a message is written: words as they are, money in paise, an instant in Indian time, a word of ours in the
 * reader's language, an order's id as the link by which a guest follows it, and how many there are of something, for which a
 * language has its plurals, and lines of words, one below the other.
 */
export type ValueKind = 'text' | 'money' | 'time' | 'word' | 'link' | 'count' | 'lines';

/**
 * What people are told: news → who hears of it → the values in the message. The wording is in `templates/`, one file per
 * news and language; `version` counts its changes. No value here may be personal: they are stored readable.
 */
export const told = {
  'identity.password_changed': { version: 1, person: { at: 'time' } },
  'identity.password_guessed': { version: 1, person: { at: 'time' } },
  'identity.session_revoked': { version: 1, person: { at: 'time' } },
  'identity.contact_changed': { version: 1, person: { at: 'time' } },
  'identity.second_factor_removed': { version: 1, person: { at: 'time' } },
  'identity.staff_looked': { version: 1, person: { at: 'time' } },
  'identity.erasure_asked': { version: 1, person: { due: 'time' } },
  'identity.member_invited': { version: 1, person: { shop: 'text', role: 'word' } },
  'identity.delegation_given': { version: 1, maker: { at: 'time' } },
  'identity.delegation_ended': { version: 1, maker: { at: 'time' }, delegate: { at: 'time' } },
  'sellers.submitted': { version: 1, maker: { shop: 'text' } },
  'sellers.under_review': { version: 1, officer: { shop: 'text' } },
  'sellers.needs_correction': { version: 1, maker: { shop: 'text' } },
  'sellers.registers_silent': { version: 1, maker: { shop: 'text' } },
  'sellers.verified': { version: 1, maker: { shop: 'text' } },
  'sellers.rejected': { version: 1, maker: { shop: 'text' } },
  'sellers.lapsed': { version: 1, maker: { shop: 'text' } },
  'sellers.payout_account_changed': { version: 1, maker: { shop: 'text', at: 'time', rests_until: 'time' } },
  'sellers.restricted': { version: 1, maker: { shop: 'text' } },
  'sellers.renewed': { version: 1, maker: { shop: 'text' } },
  'sellers.paper_ending': { version: 1, maker: { shop: 'text', paper: 'word', ends: 'text' } },
  'sellers.gi_right_ending': { version: 1, maker: { shop: 'text', gi: 'text', ends: 'text' } },
  'sellers.renewal_handed_in': { version: 1, officer: { shop: 'text', paper: 'word' } },
  'sellers.renewal_refused': { version: 1, maker: { shop: 'text', paper: 'word' } },
  'sellers.warned': { version: 1, maker: { shop: 'text' } },
  'sellers.moratorium': { version: 1, maker: { shop: 'text' } },
  'sellers.cleared': { version: 1, maker: { shop: 'text' } },
  'sellers.suspended': { version: 1, maker: { shop: 'text', until: 'time' } },
  'sellers.reinstated': { version: 1, maker: { shop: 'text' } },
  'sellers.appealed': { version: 1, officer: { shop: 'text' } },
  'sellers.appeal_refused': { version: 1, maker: { shop: 'text' } },
  'sellers.debarred': { version: 1, maker: { shop: 'text' } },
  'sellers.closed': { version: 1, maker: { shop: 'text' } },
  'sellers.measure_lasts': { version: 1, officer: { shop: 'text' } },
  'sellers.escalated': { version: 1, officer: { shop: 'text' } },
  'sellers.payout_account_confirmed': { version: 1, maker: { shop: 'text' } },
  'sellers.payout_account_refused': { version: 1, maker: { shop: 'text' } },
  'catalogue.listing_submitted': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.listing_live': { version: 1, maker: { title: 'text' } },
  'catalogue.listing_drafted_for': { version: 1, maker: { title: 'text' } },
  'catalogue.listing_returned': { version: 1, maker: { title: 'text' } },
  'catalogue.report_made': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.report_escalated': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.listing_paired': { version: 1, maker: { title: 'text', shop: 'text' } },
  'catalogue.pairing_ended': { version: 1, reseller: { title: 'text', shop: 'text' } },
  'catalogue.low_stock': { version: 2, maker: { title: 'text', variant: 'text', left: 'count' } },
  'catalogue.wish_met': { version: 1, shopper: { title: 'text', variant: 'text', shop: 'text' } },
  'catalogue.report_upheld': { version: 1, reporter: { title: 'text' } },
  'catalogue.report_dismissed': { version: 1, reporter: { title: 'text' } },
  'catalogue.listing_blocked': { version: 1, maker: { title: 'text', why: 'word' } },
  'catalogue.ip_repeated': { version: 2, officer: { shop: 'text', goods: 'count' } },
  'catalogue.block_appealed': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.block_appeal_refused': { version: 1, maker: { title: 'text' } },
  'catalogue.listing_change_asked': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.listing_change_escalated': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.listing_change_approved': { version: 1, maker: { title: 'text' } },
  'catalogue.listing_change_returned': { version: 1, maker: { title: 'text' } },
  'catalogue.picture_broken': { version: 1, maker: { why: 'word' } },
  'catalogue.listing_hidden': { version: 1, maker: { title: 'text' } },
  'catalogue.review_invited': { version: 1, shopper: { title: 'text' } },
  'catalogue.review_published': { version: 1, maker: { title: 'text' }, shopper: { title: 'text' } },
  'catalogue.review_refused': { version: 1, shopper: { title: 'text' } },
  'catalogue.review_answered': { version: 1, shopper: { title: 'text', shop: 'text' } },
  'catalogue.review_answer_refused': { version: 1, maker: { title: 'text' } },
  'catalogue.review_case_made': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.review_case_escalated': { version: 1, officer: { title: 'text', shop: 'text' } },
  'catalogue.review_report_decided': { version: 1, reporter: { title: 'text' } },
  'odop.entry_handed_on': {
    version: 1,
    officer: { product: 'text', district: 'text' },
    proposer: { product: 'text', district: 'text' },
    maker: { product: 'text', district: 'text' },
  },
  'odop.entry_overdue': { version: 1, officer: { product: 'text', district: 'text' } },
  'odop.withdrawal_asked': { version: 1, officer: { product: 'text', district: 'text' } },
  'odop.entry_suspended': {
    version: 1,
    maker: { product: 'text', district: 'text' },
    officer: { product: 'text', district: 'text' },
    state_officer: { product: 'text', district: 'text' },
  },
  'odop.entry_retired': {
    version: 1,
    maker: { product: 'text', district: 'text' },
    officer: { product: 'text', district: 'text' },
    state_officer: { product: 'text', district: 'text' },
    renamed_maker: { product: 'text', district: 'text', successor: 'text', place: 'text' },
    renamed_officer: { product: 'text', district: 'text', successor: 'text', place: 'text' },
    renamed_state_officer: { product: 'text', district: 'text', successor: 'text', place: 'text' },
  },
  'orders.placed': {
    version: 2,
    maker: { order: 'text', amount: 'money', accept_by: 'time', code: 'text' },
    shopper: { order: 'text', amount: 'money' },
    maker_cash: { order: 'text', amount: 'money', accept_by: 'time', code: 'text' },
    shopper_cash: { order: 'text', amount: 'money' },
    guest: { order: 'text', amount: 'money', link: 'link' },
  },
  'notifications.reply_answered': {
    version: 1,
    accepted: { order: 'text' },
    declined: { order: 'text' },
    too_late: { order: 'text' },
    unknown_code: {},
    not_understood: {},
    paused: {},
  },
  'orders.confirmed': { version: 1, shopper: { order: 'text' } },
  'orders.cancelled': {
    version: 1,
    maker: { order: 'text', why: 'word' },
    shopper: { order: 'text', why: 'word', refund: 'money' },
    shopper_cash: { order: 'text', why: 'word' },
  },
  'orders.lines_gone': {
    version: 2,
    maker: { order: 'text', pieces: 'count' },
    shopper: { order: 'text', pieces: 'count', why: 'word', refund: 'money' },
    shopper_cash: { order: 'text', pieces: 'count', why: 'word', refund: 'money' },
  },
  'orders.return_asked': { version: 2, maker: { order: 'text', pieces: 'count', due: 'time' } },
  'orders.return_answered': {
    version: 1,
    approved: { order: 'text' },
    exchanged: { order: 'text' },
    refunded_instead: { order: 'text' },
    rejected: { order: 'text' },
  },
  'orders.return_arrived': { version: 1, maker: { order: 'text', due: 'time' }, shopper: { order: 'text' } },
  'orders.return_lost': {
    version: 1,
    shopper: { order: 'text' },
    maker: { order: 'text' },
    officer: { order: 'text', tracking: 'text', amount: 'money' },
  },
  'orders.return_decided': {
    version: 1,
    shopper_received: { order: 'text' },
    maker_received: { order: 'text' },
    shopper_ended: { order: 'text' },
    maker_ended: { order: 'text' },
  },
  'orders.exchanged': {
    version: 1,
    maker: { order: 'text', exchange: 'text' },
    shopper: { order: 'text', exchange: 'text' },
    cheaper: { order: 'text', exchange: 'text', refund: 'money' },
    guest: { order: 'text', exchange: 'text', link: 'link' },
  },
  'orders.divided': {
    version: 1,
    shopper: { order: 'text', part: 'text', pieces: 'count' },
    guest: { order: 'text', part: 'text', pieces: 'count', link: 'link' },
  },
  'orders.held': { version: 1, maker: { order: 'text' } },
  'orders.released': { version: 1, maker: { order: 'text' } },
  'orders.delivered': { version: 1, maker: { order: 'text' }, shopper: { order: 'text' } },
  'fulfilment.taken_in': { version: 1, maker: { number: 'text', centre: 'text' } },
  'fulfilment.centre_waits': {
    version: 1,
    keeper: { tracking: 'text', since: 'time' },
    maker: { number: 'text', centre: 'text', since: 'time' },
    officer: { number: 'text', centre: 'text', since: 'time' },
  },
  'fulfilment.dispatched': {
    version: 1,
    shopper: { order: 'text', tracking: 'text' },
    consignee: { contract: 'text', tracking: 'text' },
  },
  'fulfilment.attempt_failed': {
    version: 2,
    shopper: { order: 'text', attempt: 'count', most: 'count' },
    last: { order: 'text', attempt: 'count' },
    consignee: { contract: 'text', attempt: 'count', most: 'count' },
  },
  'fulfilment.waits': {
    version: 1,
    officer: { number: 'text', since: 'time' },
    maker: { number: 'text', since: 'time' },
  },
  'fulfilment.return_waits': { version: 1, officer: { order: 'text', since: 'time' } },
  'fulfilment.taken_anyway': {
    version: 1,
    officer: { number: 'text', tracking: 'text' },
    maker: { number: 'text', tracking: 'text' },
  },
  'fulfilment.unserved': { version: 1, officer: { number: 'text' }, maker: { number: 'text' } },
  'fulfilment.slot_missed': {
    version: 1,
    maker: { number: 'text', from: 'time', to: 'time' },
    waits: { number: 'text' },
  },
  'fulfilment.tracking_broken': {
    version: 2,
    officer: { courier: 'text', file: 'text', rows: 'count', first: 'text' },
  },
  'fulfilment.pickup_booked': { version: 1, shopper: { order: 'text' } },
  'fulfilment.pickup_missed': { version: 2, shopper: { order: 'text', left: 'count' } },
  'fulfilment.pickup_ended': {
    version: 1,
    missed: { order: 'text' },
    not_served: { order: 'text' },
    brought_back: { order: 'text' },
  },
  'fulfilment.delivered': { version: 1, consignee: { contract: 'text' } },
  'payments.refunded': { version: 1, shopper: { amount: 'money' } },
  'payments.refund_late': {
    version: 2,
    officer: { amount: 'money', refunds: 'count', daily: 'money' },
    shopper: { amount: 'money', refunds: 'count', daily: 'money' },
  },
  'payments.refund_replaced': { version: 1, shopper: { amount: 'money' } },
  'payments.dispute_opened': { version: 1, officer: { amount: 'money' } },
  'payments.dispute_lost': { version: 1, officer: { amount: 'money' } },
  'payments.payout_paid': { version: 1, maker: { amount: 'money', utr: 'text' } },
  'payments.payout_failed': { version: 1, maker: {} },
  'payments.differences_found': { version: 2, officer: { found: 'count', open: 'count' } },
  'payments.payout_returned': { version: 1, maker: { amount: 'money' } },
  'payments.payouts_held': { version: 1, maker: {} },
  'payments.clawed_back': { version: 1, maker: { amount: 'money' } },
  'payments.money_waits': { version: 1, officer: { what: 'word', number: 'text', since: 'time' } },
  'orders.waits': {
    version: 1,
    officer: { order: 'text', since: 'time' },
    officer_unplaced: { order: 'text', since: 'time' },
  },
  'tax.turnover_near': {
    version: 1,
    maker: { share: 'text', sold: 'money', limit: 'money' },
    officer: { share: 'text', sold: 'money', limit: 'money' },
  },
  'tax.invoice_refused': {
    version: 1,
    maker: { number: 'text', code: 'text' },
    officer: { number: 'text', code: 'text' },
  },
  'tax.debit_note_issued': { version: 1, maker: { number: 'text', invoice: 'text', tax: 'money' } },
  'tax.invoice_cancelled': { version: 1, maker: { number: 'text' }, officer: { number: 'text' } },
  'tax.invoice_waits': {
    version: 1,
    maker: { number: 'text', since: 'time' },
    officer: { number: 'text', since: 'time' },
  },
  'tax.eway_bill_refused': {
    version: 1,
    maker: { number: 'text', code: 'text' },
    officer: { number: 'text', code: 'text' },
  },
  'tax.eway_bill_kept': {
    version: 1,
    maker: { number: 'text', code: 'text' },
    officer: { number: 'text', code: 'text' },
  },
  'tax.eway_bill_expires': {
    version: 1,
    maker: { number: 'text', eway: 'text', ends: 'time' },
    officer: { number: 'text', eway: 'text', ends: 'time' },
  },
  'tax.eway_bill_waits': {
    version: 1,
    maker: { number: 'text', since: 'time' },
    officer: { number: 'text', since: 'time' },
  },
  'tax.turnover_full': {
    version: 1,
    maker: { sold: 'money', limit: 'money' },
    officer: { sold: 'money', limit: 'money' },
  },
  'procurement.demand_approved': { version: 1, buyer: { title: 'text' } },
  'procurement.funds_refused': { version: 1, buyer: { title: 'text' }, authority: { title: 'text' } },
  'procurement.contract_issued': {
    version: 1,
    maker: { contract: 'text', amount: 'money', accept_by: 'time' },
  },
  'procurement.contract_accepted': { version: 1, buyer: { contract: 'text' } },
  'procurement.contract_declined': { version: 1, buyer: { contract: 'text' } },
  'procurement.contract_lapsed': { version: 1, maker: { contract: 'text' }, buyer: { contract: 'text' } },
  'procurement.goods_received': { version: 1, maker: { contract: 'text' } },
  'procurement.goods_judged': { version: 1, maker: { contract: 'text', outcome: 'word', accepted: 'money' } },
  'procurement.extension_asked': { version: 1, buyer: { contract: 'text', until: 'time' } },
  'procurement.extension_answered': { version: 1, maker: { contract: 'text', outcome: 'word', until: 'time' } },
  'procurement.incident_moved': {
    version: 1,
    maker: { contract: 'text', incident: 'text', step: 'word' },
    maker_asked: { contract: 'text', incident: 'text', due: 'time' },
    buyer: { contract: 'text', incident: 'text', step: 'word' },
    buyer_asked: { contract: 'text', incident: 'text', due: 'time' },
    nodal_officer: { contract: 'text', incident: 'text', step: 'word' },
    officer: { contract: 'text', incident: 'text', step: 'word' },
  },
  'procurement.office_reminded': {
    version: 1,
    consignee: { contract: 'text', what: 'word', due: 'time' },
    buyer: { contract: 'text', what: 'word', due: 'time' },
    paying_officer: { contract: 'text', what: 'word', due: 'time' },
    nodal_officer: { contract: 'text', what: 'word', due: 'time' },
  },
  'procurement.splitting_reported': {
    version: 1,
    vigilance_officer: { warnings: 'count' },
    nodal_officer: { warnings: 'count' },
  },
  'procurement.payment_overdue': { version: 1, maker: { contract: 'text', amount: 'money', due: 'time' } },
  'procurement.bill_paid': { version: 1, maker: { contract: 'text', amount: 'money', utr: 'text' } },
  'grievances.raised': {
    version: 1,
    shopper: { ticket: 'text', acknowledge_by: 'time', redress_by: 'time' },
    officer: { ticket: 'text', acknowledge_by: 'time' },
  },
  'grievances.acknowledged': { version: 1, shopper: { ticket: 'text', redress_by: 'time' } },
  'grievances.resolved': {
    version: 1,
    shopper: { ticket: 'text', decision: 'word', reopen_until: 'time' },
    shopper_again: { ticket: 'text', decision: 'word' },
  },
  'grievances.reopened': { version: 1, officer: { ticket: 'text', redress_by: 'time' } },
  'grievances.waits': { version: 1, officer: { ticket: 'text', since: 'time' } },
  'grievances.escalated': {
    version: 1,
    officer: { ticket: 'text', redress_by: 'time' },
    shopper: { ticket: 'text', redress_by: 'time' },
  },
  'grievances.breached': { version: 1, officer: { ticket: 'text', redress_by: 'time' } },
  'notifications.messages_wait': {
    version: 1,
    officer: { channel: 'text', messages: 'text', since: 'time' },
    failed_officer: { channel: 'text', messages: 'text', since: 'time' },
  },
  'notifications.digest': { version: 2, person: { news: 'count', opening: 'text', list: 'lines' } },
  'grievances.maker_asked': { version: 1, maker: { ticket: 'text', order: 'text', answer_by: 'time' } },
  'grievances.maker_answered': { version: 1, shopper: { ticket: 'text' }, officer: { ticket: 'text' } },
  'grievances.maker_silent': { version: 1, officer: { ticket: 'text', order: 'text' } },
  'notifications.address_stopped': {
    version: 1,
    mobile: { at: 'time' },
    mailbox: { at: 'time' },
    unwanted: { at: 'time' },
  },
} as const satisfies Record<string, { version: number } & Record<string, number | Record<string, ValueKind>>>;

type Told = typeof told;
/** News that people hear of. */
export type ToldEvent = keyof Told;
/** Who hears of it, in one word that also names the wording. */
export type Audience<E extends ToldEvent = ToldEvent> = E extends unknown
  ? Exclude<keyof Told[E], 'version'> & string
  : never;

export interface ValueTypes {
  /** null: not known, and said so. */
  text: string | null;
  /** Whole paise, as events carry them. */
  money: number;
  /** An instant, ISO 8601. */
  time: string;
  word: string;
  lines: readonly string[];
  /** The id of an order. Its link is made when the message is written and rests nowhere readable. @rule S-36 */
  link: string;
  /** A whole number from 0. */
  count: number;
}
type Takes<E extends ToldEvent, A extends Audience<E>> = Told[E][A & keyof Told[E]];
/** The values of one message. */
export type ValuesOf<E extends ToldEvent, A extends Audience<E>> = {
  -readonly [K in keyof Takes<E, A>]: ValueTypes[Takes<E, A>[K] & ValueKind];
};

/** What a stored message takes. @throws a broken invariant when nobody is told of this */
export function takes(event: string, audience: string): Readonly<Record<string, ValueKind>> {
  const known = (told as Record<string, Record<string, unknown> | undefined>)[event]?.[audience];
  if (typeof known !== 'object') throw new Error(`broken invariant: there is a message ${event} for ${audience}`);
  return known as Record<string, ValueKind>;
}
