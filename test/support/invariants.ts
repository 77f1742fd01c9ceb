import pg from 'pg';
import { ownerConfig } from '#platform/database';

/** What is true of every state the service can leave a database in; a row that comes out is a fault. */
export interface Invariant {
  /** The invariant's number in the project's security requirements, e.g. 'I-1'. */
  name: string;
  says: string;
  /** Rows of one text column `fault`. */
  sql: string;
}

/** What moved for what reason, by the cause it moved for. */
const moved = `select cause, why, sum(amount_paise) as paise, count(*) as times from ledger.transfer group by cause, why`;

/**
 * I-1 … I-6 over money, stock and orders, I-12 over the papers of the tax. Truths of any database at rest, whoever filled it: nothing is counted, and what
 * still waits in the outbox may wait. Cheap: each is a handful of joins over what a test leaves behind.
 * @rule I-1 I-2 I-3 I-4 I-5 I-6 I-12
 */
export const invariants: readonly Invariant[] = [
  {
    name: 'I-1',
    says: 'every transfer has two entries that cancel out',
    sql: `select 'transfer ' || transfer_id as fault from ledger.v_entry
           group by transfer_id having sum(amount_paise) <> 0 or count(*) <> 2`,
  },
  {
    name: 'I-2',
    says: 'what stands in escrow for a payment is what was captured and has not left',
    sql: `with escrow as (
            select owner, -sum(amount_paise) as paise from ledger.v_entry where code = 'buyer_escrow' group by owner),
          gone as (
            select payment_id, sum(amount_paise) as paise from payments.refund where state = 'succeeded' group by 1)
          select 'escrow of payment ' || p.id || ' is ' || coalesce(e.paise, 0) as fault
            from payments.payment p
            left join escrow e on e.owner = p.cause_id
            left join gone g on g.payment_id = p.id
           where coalesce(e.paise, 0)
                 <> p.captured_paise - coalesce(g.paise, 0) - p.released_paise - p.taken_back_paise
              or coalesce(e.paise, 0) < 0`,
  },
  {
    name: 'I-3',
    says: 'what lies on a shelf is the sum of its movements, what is kept the sum of the holds that are open and of what is still to be made',
    sql: `with moves as (
            select offer_id, location_id, sum(change) as n from catalogue.stock_movement group by 1, 2),
          holds as (
            select offer_id, location_id, sum(quantity - came_back) as n from catalogue.stock_hold
             where state = 'held' or state = 'committed' and is_to_make and left_at is null group by 1, 2)
          select 'stock of offer ' || l.offer_id || ': ' || l.on_hand || ' there, ' || l.reserved || ' kept' as fault
            from catalogue.stock_level l
            left join moves m using (offer_id, location_id)
            left join holds h using (offer_id, location_id)
           where l.on_hand <> coalesce(m.n, 0) or l.reserved <> coalesce(h.n, 0)
              or l.on_hand < 0 or l.reserved not between 0 and l.on_hand`,
  },
  {
    name: 'I-4',
    says: 'an ordered cart is one checkout, whose orders and their lines add up to what is asked for it',
    sql: `select 'checkout ' || c.id as fault
            from orders.checkout c left join orders."order" o on o.checkout_id = c.id
           group by c.id, c.total_paise having c.total_paise is distinct from sum(o.total_paise) filter (where o.exchange_of is null and o.part_of is null)
          union all
          select 'exchanges of order ' || c.order_id from orders.line_change c where c.kind = 'exchanged'
           group by c.order_id
          having sum(c.refund_paise)
                 < (select coalesce(sum(x.total_paise), 0) from orders."order" x where x.exchange_of = c.order_id)
          union all
          select 'exchange ' || x.id from orders."order" x join orders."order" o on o.id = x.exchange_of
           where x.checkout_id <> o.checkout_id or x.buyer_id <> o.buyer_id or x.seller_id <> o.seller_id
              or not exists (select from orders.return_request r where r.exchange_order_id = x.id and r.status = 'exchanged')
          union all
          select 'parts of order ' || o.id from orders."order" o
            left join orders.line_change c on c.order_id = o.id and c.kind = 'divided'
           group by o.id
          having coalesce(sum(c.refund_paise), 0)
                 <> (select coalesce(sum(x.total_paise), 0) from orders."order" x where x.part_of = o.id)
          union all
          select 'part ' || x.id from orders."order" x join orders."order" o on o.id = x.part_of
           where (x.checkout_id, x.buyer_id, x.seller_id, x.pay_by) <> (o.checkout_id, o.buyer_id, o.seller_id, o.pay_by)
          union all
          select 'order ' || o.id from orders."order" o left join orders.order_line l on l.order_id = o.id
           group by o.id, o.total_paise having o.total_paise is distinct from sum(l.paid_paise)
          union all
          select 'payment ' || p.id from payments.payment p join orders.checkout c on c.id = p.cause_id
           where p.cause_kind = 'checkout' and p.amount_paise <> c.total_paise
          union all
          select 'key ' || key from platform.idempotency
           group by scope, operation, key having count(*) > 1`,
  },
  {
    name: 'I-5',
    says: 'captured money was settled once, and refunds of it are promised and sent once and never exceed it',
    sql: `with moved as (${moved}),
          promised as (
            select payment_id, sum(amount_paise) filter (where state <> 'replaced') as paise,
                   coalesce(sum(amount_paise) filter (where state = 'succeeded'), 0) as sent,
                   count(*) filter (where state = 'succeeded') as times
              from payments.refund group by payment_id)
          select 'payment ' || p.id || ' is ' || p.state as fault
            from payments.payment p
            left join moved c on c.cause = p.cause_kind || ':' || p.cause_id and c.why = 'payment_captured'
            left join moved r on r.cause = p.cause_kind || ':' || p.cause_id and r.why = 'refund'
            left join promised q on q.payment_id = p.id
           where p.captured_paise <> coalesce(c.paise, 0) or (p.method = 'online' and coalesce(c.times, 0) > 1)
              or p.state <> 'due_on_delivery' and (p.captured_paise > 0) <> (p.state not in ('intent_created', 'processing', 'authorised', 'failed', 'voided'))
              or p.refunded_paise <> coalesce(q.paise, 0)
              or coalesce(q.sent, 0) <> coalesce(r.paise, 0) or coalesce(q.times, 0) <> coalesce(r.times, 0)
              or p.refunded_paise + p.released_paise + p.taken_back_paise > p.captured_paise`,
  },
  {
    name: 'I-5',
    says: 'goods go only to those who paid',
    sql: `select 'order ' || o.id || ' is ' || o.state || ', its payment ' || p.state as fault
            from orders."order" o join payments.payment p on p.cause_kind = 'checkout' and p.cause_id = o.checkout_id
           where p.captured_paise = 0 and p.method = 'online'
             and o.state in ('placed', 'confirmed', 'packed', 'shipped', 'rto', 'delivered', 'return_requested',
                             'return_in_transit', 'return_delivered', 'return_accepted', 'refunded', 'completed')`,
  },
  {
    name: 'I-5',
    says: 'cash paid at doors is what was captured, what couriers owe of it is not here, and makers have none of that',
    sql: `with cash as (
            select payment_id, sum(amount_paise) as due, sum(collected_paise) as collected, sum(remitted_paise) as remitted
              from payments.cash_due group by payment_id)
          select 'cash of payment ' || p.id || ' is ' || coalesce(c.collected, 0) as fault
            from payments.payment p left join cash c on c.payment_id = p.id
           where p.method = 'cash_on_delivery'
             and (c.due is distinct from p.amount_paise or c.collected is distinct from p.captured_paise
                  or p.released_paise > c.remitted)
          union all
          select 'cash with couriers is ' || l.paise
            from (select coalesce(sum(amount_paise), 0) as paise from ledger.v_entry where code = 'cash_receivable') l,
                 (select coalesce(sum(collected - remitted), 0) as paise from cash) c
           where l.paise <> c.paise
          union all
          select 'cash ' || d.id from payments.cash_due d
           where d.remitted_paise <> (select coalesce(sum(matched_paise), 0) from payments.remittance where cash_id = d.id)
              or d.waived_paise <> (select coalesce(sum(amount_paise), 0) from payments.cash_waiver where cash_id = d.id)
              or (d.status = 'due') <> (d.collected_paise = 0 and d.status <> 'waived')
              or (d.status = 'remitted') <> (d.collected_paise > 0 and d.remitted_paise = d.collected_paise)`,
  },
  {
    name: 'I-5',
    says: 'what a maker is owed is what her earnings say, less what was paid out to her and has not come back',
    sql: `with said as (
            select seller_id, sum(paise) as paise from (
              select seller_id, net_paise as paise from payments.earning
              union all
              select seller_id, -amount_paise from payments.payout where state = 'paid' and returned_at is null) lines
             group by seller_id),
          booked as (
            select owner as seller_id, -sum(amount_paise) as paise from ledger.v_entry where code = 'seller_payable' group by owner)
          select 'maker ' || seller_id || ' is owed ' || coalesce(booked.paise, 0) || ', not ' || coalesce(said.paise, 0) as fault
            from said full join booked using (seller_id)
           where coalesce(said.paise, 0) <> coalesce(booked.paise, 0)
             and (said.paise is not null or exists (select from sellers.seller s where s.id = seller_id))`,
  },
  {
    name: 'I-5',
    says: 'what was kept of a sale in charges and taxes, and given to it in reductions, is what its earnings say, and its taxes what was withheld',
    sql: `with said as (
            select e.cause_kind || ':' || e.cause_id as cause, k.code, sum(k.paise) as paise
              from payments.earning e
              cross join lateral (values ('platform_fees', fee_paise), ('gst_on_fees', fee_gst_paise), ('tcs_collected', tcs_paise),
                                         ('income_tax_withheld', income_tax_paise), ('coupon_cost', -coupon_paise)) k (code, paise)
             group by 1, 2),
          booked as (
            select cause, code, -sum(amount_paise) as paise from ledger.v_entry
             where code in ('platform_fees', 'gst_on_fees', 'tcs_collected', 'income_tax_withheld', 'coupon_cost') group by 1, 2),
          withheld as (
            select cause, sum(collected) as collected, sum(income_tax) as income_tax from (
              select cause_kind || ':' || cause_id as cause, cgst_paise + sgst_paise + igst_paise as collected, income_tax_paise as income_tax
                from tax.withholding
              union all
              select cause_kind || ':' || cause_id, -(cgst_paise + sgst_paise + igst_paise), -income_tax_paise from tax.taken_back) kept
             group by cause)
          select code || ' of ' || cause || ' is ' || coalesce(booked.paise, 0) || ', not ' || coalesce(said.paise, 0) as fault
            from said full join booked using (cause, code)
           where coalesce(said.paise, 0) <> coalesce(booked.paise, 0)
             and (said.paise is not null or exists (select from orders."order" o where 'order:' || o.id = cause))
          union all
          select s.code || ' of ' || s.cause || ' is ' || s.paise
            from said s left join withheld w on w.cause = s.cause
           where s.code = 'tcs_collected' and s.paise <> coalesce(w.collected, 0)
              or s.code = 'income_tax_withheld' and s.paise <> coalesce(w.income_tax, 0)`,
  },
  {
    name: 'I-5',
    says: 'what goes back for an order is what its pieces that are gone cost, less what went over to an exchange or to parts, and no more of it is promised or called off',
    sql: `with gone as (select order_id, sum(refund_paise) as paise from orders.line_change group by order_id),
          carried as (
            select coalesce(exchange_of, part_of) as order_id, sum(total_paise) as paise from orders."order"
             where coalesce(exchange_of, part_of) is not null group by 1),
          back as (
            select sale_id as order_id, sum(amount_paise) as paise from payments.refund
             where sale_kind = 'order' and state <> 'replaced' group by 1),
          waived as (
            select d.cause_id as order_id, sum(w.amount_paise) as paise
              from payments.cash_due d join payments.cash_waiver w on w.cash_id = d.id where d.cause_kind = 'order' group by 1)
          select 'order ' || o.id || ' gives back ' || o.refunded_paise as fault
            from orders."order" o
            left join gone g on g.order_id = o.id
            left join carried c on c.order_id = o.id
            left join back b on b.order_id = o.id
            left join waived w on w.order_id = o.id
           where o.refunded_paise <> coalesce(g.paise, 0)
              or coalesce(b.paise, 0) + coalesce(w.paise, 0) > o.refunded_paise - coalesce(c.paise, 0)`,
  },
  {
    name: 'I-5',
    says: 'who paid has her order placed or her money on its way back, unless the news of it waits or the desk was told',
    sql: `select 'order ' || o.id || ' is ' || o.state || ' and paid' as fault
            from orders."order" o
            join payments.payment p on p.cause_kind = 'checkout' and p.cause_id = o.checkout_id
           where o.state in ('pending_payment', 'payment_failed', 'abandoned')
             and p.captured_paise > 0 and o.refunded_paise = 0 and o.alarmed_at is null
             and not exists (select from platform.outbox m where m.payload ->> 'paymentId' = p.id::text)
             and not exists (select from platform.inbox m where m.payload ->> 'paymentId' = p.id::text)`,
  },
  {
    name: 'I-5',
    says: 'what late refunds cost is owed to their shoppers until it is paid',
    sql: `with due as (
            select owner, -sum(amount_paise) as paise from ledger.v_entry where code = 'compensation_due' group by owner),
          owed as (
            select p.cause_id as owner, sum(c.amount_paise) filter (where c.state <> 'paid') as paise
              from payments.compensation c
              join payments.refund r on r.id = c.refund_id
              join payments.payment p on p.id = r.payment_id
             group by p.cause_id)
          select 'compensation of checkout ' || owner as fault from due full join owed using (owner)
           where coalesce(due.paise, 0) <> coalesce(owed.paise, 0)`,
  },
  {
    name: 'I-6',
    says: 'each payout left the bank once, and only when it is paid and has not come back',
    sql: `with moved as (${moved})
          select 'payout ' || p.id || ' is ' || p.state as fault
            from payments.payout p
            left join moved out on out.cause = p.cause_kind || ':' || p.cause_id and out.why = 'payout'
            left join moved back on back.cause = p.cause_kind || ':' || p.cause_id and back.why = 'payout_returned'
           where coalesce(out.paise, 0) - coalesce(back.paise, 0)
                 <> case when p.state = 'paid' and p.returned_at is null then p.amount_paise else 0 end`,
  },
  {
    name: 'I-6',
    says: 'what is set aside on a maker’s account is for one payout that is not paid yet, and no such payout is without it',
    sql: `select 'payout ' || p.id || ' is ' || p.state || ', set aside for it ' || coalesce(sum(h.amount_paise), 0) as fault
            from payments.payout p
            left join ledger.hold h on h.cause = p.cause_kind || ':' || p.cause_id and h.why = 'payout' and h.status = 'pending'
           group by p.id, p.state, p.amount_paise
          having coalesce(sum(h.amount_paise), 0) <> case when p.state = 'paid' then 0 else p.amount_paise end`,
  },
  {
    name: 'I-6',
    says: 'an order has one parcel, and keeps or sells its pieces once',
    sql: `select 'order ' || cause_id as fault from fulfilment.shipment
           where cause_kind = 'order' group by cause_id having count(*) > 1
          union all
          select 'hold of order ' || cause_id from catalogue.stock_hold where cause_kind = 'order' and state in ('held', 'committed')
           group by cause_id, offer_id, part having count(*) > 1
          union all
          select 'order ' || o.id || ' sold nothing' from orders."order" o
           where o.state in ('placed', 'confirmed', 'packed', 'shipped', 'delivered', 'completed')
             and not exists (select from catalogue.stock_hold h
                              where h.cause_kind = 'order' and h.cause_id = o.id and h.state in ('committed', 'returned'))`,
  },
  {
    name: 'I-12',
    says: 'papers of the tax are numbered without gaps, each number once in its series',
    sql: `select 'series ' || s.kind || ' of ' || s.financial_year || ' at ' || s.last || ' has ' || count(d.id) as fault
            from tax.document_series s
            left join (select issuer, kind, financial_year, id, number from tax.document
                       union all
                       select 'operator', 'certificate_' || kind, financial_year, id, number from tax.certificate) d
                   using (issuer, kind, financial_year)
           group by s.issuer, s.kind, s.financial_year, s.last
          having count(d.id) <> s.last or count(distinct upper(d.number)) <> s.last
              or max(right(d.number, 6)::integer) <> s.last`,
  },
  {
    name: 'I-12',
    says: 'a paper of the tax is the sum of its lines, and no more is credited of a line than was invoiced',
    sql: `select 'document ' || d.id as fault from tax.document d left join tax.document_line l on l.document_id = d.id
           group by d.id having d.total_paise
                  is distinct from sum(l.taxable_paise + l.cgst_paise + l.sgst_paise + l.igst_paise)
          union all
          select 'credits of line ' || l.line_id from tax.document_line l
            join tax.document d on d.id = l.document_id
           group by l.line_id
          having sum(case d.kind when 'credit_note' then -l.quantity when 'debit_note' then 0 else l.quantity end) < 0
              or sum((l.gross_paise - l.discount_paise + l.freight_paise)
                     * case d.kind when 'credit_note' then -1 when 'debit_note' then 0 else 1 end) < 0`,
  },
];

const query = invariants
  .map(({ name, says, sql }) => `select '${name}' as name, '${says}' as says, fault from (${sql}) as faults`)
  .join(' union all ');

/**
 * Asks a database, over a connection that sees all rows, for what breaks an invariant.
 * @returns a sentence for each fault; none when all hold
 */
export async function faultsIn(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  // Named, so that a connection plans it once.
  const asked = { name: 'invariants', text: `${query} limit 50` };
  const { rows } = await client.query<{ name: string; says: string; fault: string }>(asked);
  return rows.map((row) => `${row.name} ${row.says}: ${row.fault}`);
}

/** A connection of the owner to this worker's database that sees the rows of everybody. */
export async function ownersEye(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerConfig().DATABASE_OWNER_URL!,
    options: '-c odop.scope=system',
  });
  await client.connect();
  return client;
}

/** Connections that see all rows, by address: one for each database of a test file. */
const eyes = new Map<string, pg.Pool>();

function eyeOn(url: string): pg.Pool {
  const known = eyes.get(url);
  if (known) return known;
  // An idle one keeps neither Jest waiting at the end of a file nor a test that drops its database.
  const options = '-c odop.scope=system -c jit=off -c plan_cache_mode=force_generic_plan';
  const opened = new pg.Pool({
    connectionString: url,
    options,
    max: 1,
    idleTimeoutMillis: 1_000,
    allowExitOnIdle: true,
  });
  opened.on('error', () => eyes.delete(url));
  eyes.set(url, opened);
  return opened;
}

/**
 * Throws when the worker's database is in a state the service must never leave. Asked after each test of files that move
 * money, orders or stock (`after-each.ts`).
 */
export async function expectInvariants(): Promise<void> {
  const faults = await faultsIn(eyeOn(ownerConfig().DATABASE_OWNER_URL!));
  if (faults.length > 0) throw new Error(`invariants are broken:\n${faults.join('\n')}`);
}

/**
 * The same when a test closes what it built. News it leaves in the outbox is thrown away by the next file of this database: orders that
 * wait for it stand with the desk, as they would after a minute.
 */
export async function endWithInvariants(): Promise<void> {
  await expectInvariants();
  await eyeOn(ownerConfig().DATABASE_OWNER_URL!).query(`
    update orders."order" set alarmed_at = platform.now()
     where state in ('pending_payment', 'payment_failed', 'abandoned') and alarmed_at is null`);
}
