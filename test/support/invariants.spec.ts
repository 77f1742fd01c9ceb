import type pg from 'pg';
import { platformOwner } from '#ledger';
import { Shop, type Placed } from '../../libs/orders/test/builders/shop.js';
import { faultsIn, invariants, ownersEye } from './invariants.js';

describe('I-1 … I-6 and I-12 see what must never be', () => {
  const shop = new Shop();
  let client: pg.Client;
  let order: Placed;
  beforeAll(async () => {
    await shop.open();
    client = await ownersEye();
    order = await shop.order('completed', await shop.piece({ stock: 3, price_paise: 50_000 }));
    await shop.carry();
  });
  afterAll(async () => {
    await client.end();
    await shop.close();
  });

  /** For each invariant, by its number and the beginning of its sentence, rows that break it. */
  const spoilings: [string, (placed: Placed) => string][] = [
    [
      'I-1 every transfer has two entries',
      () => `create or replace view ledger.v_entry as select id as transfer_id, debit_code as code, debit_owner as owner,
       amount_paise, why, cause, posted_at from ledger.transfer`,
    ],
    ['I-2 what stands in escrow', ({ checkoutId }) => moves('buyer_escrow', checkoutId, 'bank', 'fee')],
    [
      'I-3 what lies on a shelf',
      ({ piece }) => `update catalogue.stock_level set on_hand = on_hand + 1 where offer_id = '${piece.offerId}'`,
    ],
    [
      'I-4 an ordered cart is one checkout',
      ({ checkoutId }) => `update orders.checkout set total_paise = total_paise + 1 where id = '${checkoutId}'`,
    ],
    [
      'I-5 captured money was settled once',
      ({ checkoutId }) => `update payments.payment set state = 'failed' where cause_id = '${checkoutId}'`,
    ],
    [
      'I-5 goods go only to those who paid',
      ({ checkoutId }) =>
        `update payments.payment set captured_paise = 0, released_paise = 0 where cause_id = '${checkoutId}'`,
    ],
    [
      'I-5 cash paid at doors',
      ({ checkoutId }) => `update payments.payment set method = 'cash_on_delivery' where cause_id = '${checkoutId}'`,
    ],
    [
      'I-5 what late refunds cost',
      ({ checkoutId }) => moves('provider_fees', checkoutId, 'compensation_due', 'compensation'),
    ],
    [
      'I-5 what a maker is owed',
      ({ orderId }) => `update payments.earning set paid_paise = paid_paise + 1, net_paise = net_paise + 1
                         where cause_id = '${orderId}'`,
    ],
    ['I-5 what a maker is owed', ({ maker }) => moves('bank', maker.sellerId, 'seller_payable', 'payout_returned')],
    [
      'I-5 what was kept of a sale',
      ({ orderId }) => `update payments.earning set paid_paise = paid_paise + 1, tcs_paise = tcs_paise + 1
                         where cause_id = '${orderId}'`,
    ],
    [
      'I-5 what was kept of a sale',
      ({ orderId }) => moves('seller_payable', orderId, 'income_tax_withheld', 'income_tax'),
    ],
    [
      'I-5 what was kept of a sale',
      ({ orderId }) =>
        `update tax.withholding set income_tax_paise = income_tax_paise + 1 where cause_id = '${orderId}'`,
    ],
    [
      'I-5 what goes back for an order',
      ({ orderId }) => `update orders."order" set refunded_paise = 1 where id = '${orderId}'`,
    ],
    [
      'I-5 what goes back for an order',
      ({
        orderId,
        checkoutId,
      }) => `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, made_at,
       sale_kind, sale_id) select gen_random_uuid(), id, payer_id, 1, 'returned', 'requested', made_at, 'order', '${orderId}'
         from payments.payment where cause_id = '${checkoutId}'`,
    ],
    [
      'I-5 who paid has her order placed',
      ({ orderId }) => `update orders."order" set state = 'payment_failed' where id = '${orderId}'`,
    ],
    [
      'I-6 each payout left the bank once',
      ({ orderId }) => `update payments.payout p set state = 'sent' from payments.earning e
                         where e.payout_id = p.id and e.cause_id = '${orderId}'`,
    ],
    [
      'I-6 what is set aside on a maker’s account',
      ({
        orderId,
      }) => `insert into ledger.hold (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause,
       status, made_at) select gen_random_uuid(), 'seller_payable', p.seller_id, 'bank', '${platformOwner}', 1, 'payout',
              p.cause_kind || ':' || p.cause_id, 'pending', p.made_at
         from payments.payout p join payments.earning e on e.payout_id = p.id where e.cause_id = '${orderId}'`,
    ],
    ['I-6 an order has one parcel', ({ orderId }) => `delete from catalogue.stock_hold where cause_id = '${orderId}'`],
    ['I-12 papers of the tax', () => `update tax.document_series set last = last + 1`],
    [
      'I-12 a paper of the tax',
      ({ orderId }) => `update tax.document set total_paise = total_paise + 1, taxable_paise = taxable_paise + 1
                         where cause_id = '${orderId}'`,
    ],
  ];

  test('a bazaar that lived through a sale breaks none', async () => {
    expect(await faultsIn(client)).toEqual([]);
  });

  test('each has rows that break it', () => {
    const said = invariants.map(({ name, says }) => `${name} ${says}`);
    expect(said.filter((one) => !spoilings.some(([begins]) => one.startsWith(begins)))).toEqual([]);
  });

  test.each(spoilings)('%s', async (begins, spoil) => {
    await client.query('begin');
    try {
      await client.query(spoil(order));
      expect(await faultsIn(client)).toContainEqual(expect.stringContaining(begins));
    } finally {
      await client.query('rollback');
    }
  });
});

/** A paisa that moves for no reason anybody knows. */
const moves = (debit: string, owner: string, credit: string, why: string) =>
  `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, posted_at)
   values (gen_random_uuid(), '${debit}', '${owner}', '${credit}', '${owner}', 1, '${why}', 'order:${owner}', now())`;
