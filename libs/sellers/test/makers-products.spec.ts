import { OdopEntriesQuery } from '#odop';
import { asOwner, type Booted } from '#platform/testing';
import {
  ClaimGiAuthorisation,
  DecideGiAuthorisation,
  giBadge,
  MakersProductsQuery,
  TieProducts,
  type GiClaim,
} from '../src/index.js';
import { type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('what a maker makes, and which names she may carry', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let maker: Maker;
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
    maker = await make.verified();
  });
  afterAll(() => opened.close());

  const her = <T>(act: () => Promise<T>) => app.as(maker.actor, act);
  const claim = (more: Partial<GiClaim> = {}, of = maker) =>
    app.as(of.actor, () =>
      app.get(ClaimGiAuthorisation).run(of.sellerId, {
        gi: 'bhagalpur-silk',
        number: 'AU/180/12',
        validFrom: '2024-04-01',
        validTo: '2034-04-01',
        ...more,
      }),
    );

  test('R-7.2 she says which products of her district she makes; what she leaves out ends and is kept', async () => {
    const listed = await app.get(OdopEntriesQuery).listForDistrict(maker.district.id);
    const tie = (ids: string[]) => her(() => app.get(TieProducts).run(maker.sellerId, ids));
    expect((await tie(listed.map((entry) => entry.id))).map((one) => one.id).sort()).toEqual(
      listed.map((entry) => entry.id).sort(),
    );
    expect(await tie([])).toEqual([]);
    expect(await tie([listed[0]!.id])).toMatchObject([{ id: listed[0]!.id }]);
    expect(await her(() => app.get(MakersProductsQuery).products(maker.sellerId))).toHaveLength(1);
    const [elsewhere] = await asOwner<{ id: string }>(
      `select id from odop.entry where district_slug = 'varanasi' limit 1`,
    );
    await expect(tie([elsewhere!.id])).rejects.toEqual(refusal('product_not_of_her_district'));
    const rows = await asOwner(`select 1 from sellers.maker_entry where seller_id = $1`, [maker.sellerId]);
    expect(rows).toHaveLength(listed.length);
  });

  test('R-7.3 a certificate counts once her officer has seen it, and belongs to one maker', async () => {
    const [claimed] = await claim();
    expect(claimed).toMatchObject({ state: 'claimed', gi_slug: 'bhagalpur-silk', number: 'AU/180/12' });
    await expect(claim()).rejects.toEqual(refusal('gi_number_taken'));
    const other = await make.verified();
    await expect(claim({}, other)).rejects.toEqual(refusal('gi_number_taken'));
    const officer = await make.officerOf(maker.district.slug);
    const decide = (isGenuine: boolean, id = claimed!.id) =>
      app.as(officer, () => app.get(DecideGiAuthorisation).run(maker.sellerId, id, isGenuine, 'Part B, line 12.'));
    expect(await decide(true)).toMatchObject([{ state: 'verified', reason: 'Part B, line 12.' }]);
    await expect(decide(false)).rejects.toEqual(refusal('gi_authorisation_decided'));
    await expect(decide(true, other.sellerId)).rejects.toEqual(refusal('gi_authorisation_unknown'));
    expect(await app.as(officer, () => app.get(MakersProductsQuery).authorisationsOnDesk(maker.sellerId))).toHaveLength(
      1,
    );
    expect(await her(() => app.get(MakersProductsQuery).authorisations(maker.sellerId))).toHaveLength(1);
    const wrong = await make.officerOf('varanasi');
    await expect(
      app.as(wrong, () => app.get(DecideGiAuthorisation).run(maker.sellerId, claimed!.id, true, 'No.')),
    ).rejects.toEqual(refusal('seller_unknown'));
  });

  test.each([
    [{ gi: 'atlantis-amphora' }, 'gi_not_registered'],
    [{ gi: 'darjeeling-tea' }, 'gi_not_of_her_state'],
    [{ number: 'X-1', validFrom: '2034-04-01' }, 'gi_validity_backwards'],
  ])('R-7.3 %o is refused: %s', async (more, code) => {
    await expect(claim(more)).rejects.toEqual(refusal(code));
  });

  const held = { state: 'verified' as const, valid_from: '2024-04-01', valid_to: '2034-04-01' };
  test.each([
    ['no GI', { gi: false, state_code: 'IN-BR' }, 'IN-BR', [held], '2026-01-01', null],
    ['in the area, certified', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [held], '2026-01-01', 'gi_product'],
    ['its first day', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [held], '2024-04-01', 'gi_product'],
    ['the day before', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [held], '2024-03-31', 'gi_region'],
    ['its last day', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [held], '2034-03-31', 'gi_product'],
    ['the day it ends', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [held], '2034-04-01', 'gi_region'],
    ['outside the area', { gi: true, state_code: 'IN-BR' }, 'IN-UP', [held], '2026-01-01', 'gi_region'],
    [
      'only claimed',
      { gi: true, state_code: 'IN-BR' },
      'IN-BR',
      [{ ...held, state: 'claimed' as const }],
      '2026-01-01',
      'gi_region',
    ],
    ['none', { gi: true, state_code: 'IN-BR' }, 'IN-BR', [], '2026-01-01', 'gi_region'],
  ])('R-7.3 the badge: %s', (_, entry, state_code, authorisations, day, badge) => {
    expect(giBadge(entry, { state_code, authorisations }, day)).toBe(badge);
  });
});
