import type { Role } from '#identity';
import { inventedOfficialMailbox } from '../../libs/identity/test/builders/identity-actors.js';
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

  test('R-1.8 S-28 what looks divided is refused and kept for vigilance; authority and head let it pass together', async () => {
    const board = await bazaar.people.government();
    const named = (role: Role) =>
      bazaar.people.officer(role, board.organisationId, 'Viji Test', inventedOfficialMailbox());
    const [authority, vigilance] = [await named('gov_competent_authority'), await named('gov_vigilance')];
    const { goods, pieces } = await alike(bazaar, [300_000]);
    const demands: string[] = [];
    for (let i = 0; i < 2; i++) demands.push(await wanted(bazaar, board, goods, 3_000_000));
    const [first, second] = demands as [string, string];
    const orders = (demandId: string) =>
      send(board.buyer.headers, '/v1/government/direct-purchases', {
        ...{ demandId, offerId: pieces[0]!.offerId, certifiesRates: true },
      });
    await orders(first).expect(201);
    expect((await orders(second)).body).toMatchObject({ code: 'split_warning', rule: 'R-1.8' });
    expect((await get(vigilance.headers, '/v1/government/split-warnings')).items).toEqual([
      expect.objectContaining({ demandId: second, found: 'warning', sum: inr(6_000_000), ceiling: inr(5_000_000) }),
    ]);
    const passes = () =>
      send(board.hod.headers, `/v1/government/demands/${second}/passage`, {
        reason: 'Both halls were sanctioned by themselves.',
      });
    expect((await passes()).body).toMatchObject({ code: 'splitting_not_justified', status: 409 });
    await send(authority.headers, `/v1/government/demands/${second}/justification`, {
      justification: 'The two halls are furnished under two projects.',
    }).expect(200);
    await passes().expect(200);
    expect((await orders(second).expect(201)).body).toMatchObject({
      decision: { headReason: 'Both halls were sanctioned by themselves.' },
    });
  }, 60_000);

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
