import { roads } from '../support/drive/roads.js';
import type { Driver, Workshop } from '../support/drive/driven.js';
import type { Road } from '../support/drive/road.js';
import { openWorkshop } from '../support/workshop.js';

type Name = keyof typeof roads;
type AnyRoad = Road<never, string, string, object>;
const all = Object.entries(roads) as unknown as [Name, AnyRoad][];

const goods = async (shop: Workshop) => ({ piece: await shop.goods.live({ stock: 1_000 }) });
const goodsAndOffice = async (shop: Workshop) => ({
  ...(await goods(shop)),
  office: await shop.people.government(),
  quantity: 2, // what an office may order directly has its limit
});

/** What all things of one road may share, since their states say nothing about it. */
const common: Partial<Record<Name, (shop: Workshop) => Promise<object>>> = {
  ...{
    order: goods,
    payment: goods,
    refund: goods,
    payout: goods,
    shipment: goods,
    centreParcel: goods,
    message: goods,
    review: goods,
  },
  ...{ demand: goodsAndOffice, contract: goodsAndOffice, acceptance: goodsAndOffice, bill: goodsAndOffice },
  incident: goodsAndOffice,
};

/** Every state of every table, by the steps people and the platform take: nothing is ever written into a state. */
describe('The drivers', () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  }, 60_000);
  afterAll(() => shop.close());

  describe.each(all)('drive.%s', (name, { machine, notYet = {} }) => {
    let wish: object | undefined;
    beforeAll(async () => {
      wish = await common[name]?.(shop);
    });

    test.each(machine.names.filter((state) => notYet[state] === undefined))('to %s', async (state) => {
      const drive = shop.drive[name] as unknown as Driver<never, string, object>;
      expect(await drive.stateOf(await drive.to(state, wish))).toBe(state);
    });
  });
});
