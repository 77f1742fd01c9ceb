import { newId } from '#platform/kernel';
import { otherPapers } from '../../libs/sellers/test/builders/makers.js';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import type { Bazaar } from './bazaar.js';

type Office = Awaited<ReturnType<Bazaar['people']['government']>>;

/** Goods nobody else compares, of as many makers as there are prices, and how a demand asks for them. */
export async function alike({ goods }: Bazaar, prices: readonly number[]) {
  const value = Math.round((200 + 99 * Math.random()) * 1_000) / 1_000;
  const pieces: Goods[] = [];
  for (const price_paise of prices) {
    const maker = await goods.make.verified({}, otherPapers());
    const { parameters } = await goods.words(maker);
    const sized = [...parameters.filter(({ key }) => key !== 'length_cm'), { key: 'length_cm', value }];
    pieces.push(await goods.live({ price_paise, stock: 20, parameters: sized }, maker));
  }
  const asked = { category: 'stoles-and-scarves', unit: 'piece', parameters: [{ key: 'length_cm', value }] };
  return { pieces, goods: asked };
}

/** An approved demand for ten of them, with its funds set aside. @returns its id */
export async function wanted({ api, until }: Bazaar, office: Office, goods: object | null, estimate_paise = 2_000_000) {
  const { headers } = office.buyer;
  const keyed = (who: Record<string, string>) => ({ ...who, 'idempotency-key': newId() });
  const wish = {
    ...{ title: 'Stoles for the visitors’ hall', quantity: 10, consigneeId: office.consignee.personId, goods },
    ...{ toPincode: '110001', deliveryDays: 30, estimate: { paise: estimate_paise, currency: 'INR' } },
    ...{ rail: 'pfms', budgetHead: '2052.00.090' },
  };
  const { body } = await api.post('/v1/government/demands').set(keyed(headers)).send(wish).expect(201);
  const path = `/v1/government/demands/${body.id}`;
  await api.post(`${path}/approval`).set(keyed(office.hod.headers)).send({}).expect(200);
  await until(
    'the funds are set aside',
    async () => (await api.get(path).set(headers)).body as { state: string },
    ({ state }) => state === 'approved',
  );
  return body.id as string;
}

/** A sheet of three makers' goods. @returns its id */
export async function compared(bazaar: Bazaar, office: Office): Promise<string> {
  const { goods } = await alike(bazaar, [145_000, 150_000, 155_000]);
  const demandId = await wanted(bazaar, office, goods);
  const headers = { ...office.buyer.headers, 'idempotency-key': newId() };
  const { body } = await bazaar.api.post('/v1/government/comparisons').set(headers).send({ demandId }).expect(201);
  return body.id as string;
}
