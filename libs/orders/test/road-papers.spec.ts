import { UnitOfWork, type Tx } from '#platform/database';
import { IrpSimulator } from '#platform/simulators';
import { DocumentsQuery, MakeEWayBill } from '#tax';
import { PackOrder } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string, facts?: object) => expect.objectContaining({ code, ...(facts && { facts }) });

describe('R-6.23 goods above the value leave with their e-way bill only', () => {
  const shop = new Shop();
  const portal = new IrpSimulator();
  beforeAll(async () => {
    await portal.start({ secretKey: 'key of this test' });
    Object.assign(process.env, { IRP_URL: portal.url, IRP_KEY: 'key of this test' });
    await shop.open();
  });
  afterAll(async () => {
    await shop.close();
    await portal.stop();
  });

  const packs = (order: Placed) => shop.app.as(order.maker.actor, () => shop.app.get(PackOrder).run(order.orderId));
  const billed = async ({ orderId }: Placed) => {
    const of = (tx: Tx) => shop.app.get(DocumentsQuery).ofCause(tx, { kind: 'order', id: orderId });
    const [paper] = await shop.app.asSystem(() => shop.app.get(UnitOfWork).run(of));
    return paper!;
  };

  test('R-6.23 not before they are packed, not before its number is there, then they go', async () => {
    const order = await shop.order('placed', await shop.piece({ price_paise: 5_250_000 }));
    await shop.accepts(order);
    await shop.carry();
    await expect(shop.dispatches(order)).rejects.toThrow(refusal('eway_bill_missing', { why: 'not_packed' }));
    await packs(order);
    await expect(shop.dispatches(order)).rejects.toThrow(refusal('eway_bill_missing', { why: 'not_made' }));
    const { id: documentId } = await billed(order);
    portal.fault({ kind: 'drop_after', route: 'POST /ewaybills', times: 1 });
    const makes = () => shop.app.asSystem(() => shop.app.get(MakeEWayBill).run({ documentId }));
    await expect(makes()).rejects.toThrow();
    await expect(shop.dispatches(order)).rejects.toThrow(refusal('eway_bill_missing', { why: 'not_made' }));
    await makes();
    await shop.dispatches(order);
    await expect(shop.dispatches(order)).rejects.toThrow(refusal('illegal_transition'));
  });

  test('R-6.23 goods at the value go unpacked as ever, and have no e-way bill', async () => {
    const order = await shop.order('placed', await shop.piece({ price_paise: 5_000_000 }));
    await shop.accepts(order);
    await shop.carry();
    await shop.dispatches(order);
    await shop.carry();
    expect((await billed(order)).eWayBill).toBeNull();
  });
});
