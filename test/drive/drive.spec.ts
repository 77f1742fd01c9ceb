import { roads } from '../support/drive/roads.js';
import type { Driver, Workshop } from '../support/drive/driven.js';
import type { Road } from '../support/drive/road.js';
import { openWorkshop } from '../support/workshop.js';

type AnyRoad = Road<never, string, string, object>;
const all = Object.entries(roads) as unknown as [keyof typeof roads, AnyRoad][];

/** Every state of every table, by the steps people and the platform take: nothing is ever written into a state. */
describe('The drivers', () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await openWorkshop();
  }, 60_000);
  afterAll(() => shop.close());

  const states = all.flatMap(([name, { machine, notYet = {} }]) =>
    machine.names.filter((state) => notYet[state] === undefined).map((state): [typeof name, string] => [name, state]),
  );
  test.each(states)('drive.%s to %s', async (name, state) => {
    const drive = shop.drive[name] as unknown as Driver<never, string, object>;
    expect(await drive.stateOf(await drive.to(state))).toBe(state);
  });
});
