import type pg from 'pg';
import { Shop, type Placed } from '../../libs/orders/test/builders/shop.js';
import { faultsIn, ownersEye } from './invariants.js';

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

  const spoilings: [string, (placed: Placed) => string][] = [
    [
      'I-1',
      () => `create or replace view ledger.v_entry as select id as transfer_id, debit_code as code, debit_owner as owner,
       amount_paise, why, cause, posted_at from ledger.transfer`,
    ],
    [
      'I-2',
      ({ checkoutId }) => `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner,
       amount_paise, why, cause, posted_at) values (gen_random_uuid(), 'buyer_escrow', '${checkoutId}', 'bank', '${checkoutId}',
       1, 'fee', 'checkout:${checkoutId}', now())`,
    ],
    [
      'I-3',
      ({ piece }) => `update catalogue.stock_level set on_hand = on_hand + 1 where offer_id = '${piece.offerId}'`,
    ],
    ['I-4', ({ checkoutId }) => `update orders.checkout set total_paise = total_paise + 1 where id = '${checkoutId}'`],
    ['I-5', ({ checkoutId }) => `update payments.payment set state = 'failed' where cause_id = '${checkoutId}'`],
    [
      'I-6',
      ({ orderId }) => `update payments.payout p set state = 'sent' from payments.earning e
                         where e.payout_id = p.id and e.cause_id = '${orderId}'`,
    ],
    ['I-12', () => `update tax.document_series set last = last + 1`],
    [
      'I-12',
      ({ orderId }) => `update tax.document set total_paise = total_paise + 1, taxable_paise = taxable_paise + 1
                         where cause_id = '${orderId}'`,
    ],
  ];

  test('a bazaar that lived through a sale breaks none', async () => {
    expect(await faultsIn(client)).toEqual([]);
  });

  test.each(spoilings)('%s', async (name, spoil) => {
    await client.query('begin');
    try {
      await client.query(spoil(order));
      expect((await faultsIn(client)).map((fault) => fault.split(' ')[0])).toContain(name);
    } finally {
      await client.query('rollback');
    }
  });
});
