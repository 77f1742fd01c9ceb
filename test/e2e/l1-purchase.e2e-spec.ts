import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { alike, wanted } from '../support/compared.js';
import { journey, type Headers } from '../support/journey.js';

const inr = (paise: number) => ({ paise, currency: 'INR' });
const comparisons = '/v1/government/comparisons';

/** A purchase from the cheapest of several makers, over HTTP. */
describe('Comparing prices', () => {
  let bazaar: Bazaar;
  let office: Awaited<ReturnType<Bazaar['people']['government']>>;
  let buyer: Headers;
  beforeAll(async () => {
    bazaar = await openBazaar();
    office = await bazaar.people.government();
    buyer = office.buyer.headers;
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send } = journey(
    () => bazaar,
    () => null,
  );

  test('R-1.4 R-2.7 SM-7 three makers, one sheet, no name before the order, and a contract with the cheapest', async () => {
    const { goods, pieces } = await alike(bazaar, [155_000, 145_000, 150_000]);
    const demandId = await wanted(bazaar, office, goods);
    const sheet = (await send(buyer, comparisons, { demandId }).expect(201)).body;
    expect(sheet).toMatchObject({ demandId, total: inr(1_450_000), tie: { candidates: 1, index: 0 } });
    expect(sheet.conditions.map(({ no, holds }: { no: number; holds: boolean }) => [no, holds])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((no) => [no, true]),
    );
    expect(sheet.offers.map((one: { total: object }) => one.total)).toEqual([1_450_000, 1_500_000, 1_550_000].map(inr));
    for (const { maker, offerId, listingId } of pieces)
      for (const secret of [maker.sellerId, offerId, listingId]) expect(JSON.stringify(sheet)).not.toContain(secret);
    expect(await get(buyer, `/v1/government/demands/${demandId}`)).toMatchObject({
      ...{ state: 'compared', waitsFor: 'buyer', comparisonId: sheet.id, goods },
    });

    const contract = (await send(buyer, `${comparisons}/${sheet.id}/purchase`).expect(201)).body;
    expect(contract).toMatchObject({
      ...{ method: 'l1', state: 'issued', waitsFor: 'seller', total: inr(1_450_000) },
      ...{ sellerId: pieces[1]!.maker.sellerId, decision: { comparisonId: sheet.id } },
    });
    const told = await get(buyer, `${comparisons}/${sheet.id}`);
    expect(told.offers[0]).toMatchObject({ chosen: true, offerId: pieces[1]!.offerId });

    const late = await send(buyer, `${comparisons}/${sheet.id}/purchase`);
    expect([late.status, late.body.code]).toEqual([409, 'illegal_transition']);
  });

  test('R-1.4 R-1.2 a refusal says which rule and what next', async () => {
    const few = await alike(bazaar, [145_000, 150_000]);
    const refused = await send(buyer, comparisons, { demandId: await wanted(bazaar, office, few.goods) });
    expect([refused.status, refused.headers['content-type']]).toEqual([422, expect.stringContaining('problem+json')]);
    expect(refused.body).toMatchObject({
      ...{ code: 'l1_insufficient_competition', rule: 'R-1.4', next: expect.stringContaining('bids') },
      detail: expect.stringContaining('2 manufacturers'),
    });
    const bare = await send(buyer, comparisons, { demandId: await wanted(bazaar, office, null) });
    expect(bare.body).toMatchObject({ code: 'nothing_to_compare', rule: 'R-2.6', next: expect.stringMatching(/\.$/) });
  });

  test('S-42 another office sees no sheet, and cannot order from one', async () => {
    const { goods } = await alike(bazaar, [145_000, 150_000, 155_000]);
    const demandId = await wanted(bazaar, office, goods);
    const sheet = (await send(buyer, comparisons, { demandId }).expect(201)).body;
    const other = (await bazaar.people.government()).buyer.headers;
    for (const answer of [
      await bazaar.api.get(`${comparisons}/${sheet.id}`).set(other),
      await send(other, `${comparisons}/${sheet.id}/purchase`),
      await send(other, comparisons, { demandId }),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, expect.stringMatching(/_not_found$/)]);
  });
});
