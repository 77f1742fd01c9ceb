import { odopSectors } from './builders/sectors.js';
import { UnitOfWork, type Tx } from '#platform/database';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { seedRows, type GstRate } from '#policy';
import {
  CatalogueModule,
  CategoriesQuery,
  categoryInput,
  DraftCategory,
  PublishCategory,
  ReviseCategory,
  SeedCategories,
  WithdrawCategory,
  type CategoryInput,
} from '../src/index.js';
import { seededCategories } from '../seed/categories.js';
import type { GoldenParameter } from '../src/domain/category.js';
import {
  answersOf,
  assertFitsCategory,
  assertTakesGoods,
  missingAnswers,
  publicationFaults,
  type CategoryFacts,
} from '../src/domain/category.rules.js';
import { plainText } from '../src/domain/plain-text.js';
import { codeOf } from './builders/pictures.js';

const refusal = (code: string) => expect.objectContaining({ code });
const rates = new Map(
  seedRows()
    .filter((row) => row.key.startsWith('gst.rate.'))
    .map((row) => [row.key.slice('gst.rate.'.length), row.value as unknown as GstRate]),
);

describe('R-4.7 the shelves that are seeded', () => {
  const leaves = seededCategories.filter((one) => one.hsn.length > 0);
  const groups = seededCategories.filter((one) => one.hsn.length === 0);

  it('cover every sector of the ODOP list', () => {
    expect(groups.map((one) => one.slug).sort()).toEqual([...odopSectors].sort());
    for (const { slug } of groups) expect(leaves.some((leaf) => leaf.parent === slug)).toBe(true);
    expect(leaves.length).toBeGreaterThanOrEqual(100);
  });

  it.each(seededCategories.map((one) => [one.slug, one] as const))('%s is whole', (_, one) => {
    expect(categoryInput.parse(one)).toEqual(one);
    expect(publicationFaults(one, { is_published: true }, (key) => rates.get(key))).toEqual([]);
    expect(seededCategories.filter(({ slug }) => slug === one.slug)).toHaveLength(1);
    if (one.hsn.length === 0) return;
    expect(one.parameters.some((asked) => asked.required)).toBe(true);
    expect(groups.map(({ slug }) => slug)).toContain(one.parent);
    const lines = one.gstRateKeys.flatMap((key) => rates.get(key)?.hsn ?? []);
    expect(lines.some((line) => one.hsn.some((code) => line.startsWith(code) || code.startsWith(line)))).toBe(true);
  });

  it('R-5.3 crafts and handlooms are reserved for small makers, food and machines are not', () => {
    const reserved = (slug: string) => leaves.find((one) => one.slug === slug)!.mseReservedFrom;
    expect(['silk-sarees', 'terracotta', 'folk-paintings'].map(reserved)).toEqual(Array(3).fill('2012-04-01'));
    expect(['honey', 'locks', 'ghee-and-butter'].map(reserved)).toEqual([null, null, null]);
  });
});

const asked = (change: Partial<GoldenParameter>): GoldenParameter => ({
  ...{ key: 'length_cm', name: 'Length', kind: 'number', unit: 'cm', choices: [], least: 1, most: 900, required: true },
  ...change,
});
const shelf: CategoryFacts = {
  ...{ slug: 'stoles', name: 'Stoles', quadrant: 'q6', is_food: false, is_toy: false, hsn: ['5007', '6214'] },
  ...{ gst_rate_keys: ['fabric'], parameters: [], discount_min_bp: 1_000, is_published: true },
};

describe('R-4.6 R-4.7 goods and their shelf', () => {
  it.each([
    ['a published shelf', shelf, 'none'],
    ['one that is not published', { ...shelf, is_published: false }, 'category_closed'],
    ['a group', { ...shelf, hsn: [] }, 'category_closed'],
    ['none at all', null, 'category_closed'],
    ['one of brands', { ...shelf, quadrant: 'q2' }, 'category_for_brands'],
    ['one of self help groups', { ...shelf, quadrant: 'q5' }, 'none'],
  ] as const)('%s', (_, category, code) => expect(codeOf(() => assertTakesGoods('stoles', category))).toBe(code));

  const goods = { hsn: '50072010', gstRateKey: 'fabric', hasEntry: true };
  const offers = [{ label: 'red', price_paise: 90_000n, mrp_paise: 100_000n }];
  it.each([
    ['all fits', {}, {}, 'none'],
    ['another tariff code', {}, { hsn: '6913' }, 'hsn_not_for_category'],
    ['another tax line', {}, { gstRateKey: 'pottery' }, 'rate_not_for_category'],
    ['no entry where one is needed', {}, { hasEntry: false }, 'odop_entry_needed'],
    ['no entry on a general shelf', { quadrant: 'q4' }, { hasEntry: false }, 'none'],
    ['R-2.11 too near the MRP', { discount_min_bp: 1_001 }, {}, 'discount_too_small'],
  ] as const)('%s', (_, category, change, code) =>
    expect(codeOf(() => assertFitsCategory({ ...shelf, ...category }, { ...goods, ...change, offers }))).toBe(code),
  );

  const parameters = [
    asked({}),
    asked({ key: 'fibre', name: 'Fibre', kind: 'choice', choices: ['silk', 'cotton'], unit: null }),
    asked({ key: 'blouse', name: 'Blouse', kind: 'yes_no', required: false }),
    asked({ key: 'weave', name: 'Weave', kind: 'text', required: false }),
  ];
  it.each([
    ['length_cm', 200, 'none'],
    ['length_cm', 0, 'parameter_unfit'],
    ['length_cm', 901, 'parameter_unfit'],
    ['length_cm', '200', 'parameter_unfit'],
    ['fibre', 'silk', 'none'],
    ['fibre', 'gold', 'parameter_unfit'],
    ['blouse', true, 'none'],
    ['blouse', 'yes', 'parameter_unfit'],
    ['weave', 'twill', 'none'],
    ['weave', 3, 'parameter_unfit'],
    ['shape', 'round', 'parameter_unfit'],
  ] as const)('%s answered %j: %s', (key, value, code) =>
    expect(codeOf(() => answersOf(parameters, [{ key, value }]))).toBe(code),
  );

  it('each is answered once, and the required ones that are missing are named', () => {
    expect(
      codeOf(() =>
        answersOf(
          parameters,
          [...Array(2)].map(() => ({ key: 'weave', value: 'twill' })),
        ),
      ),
    ).toBe('parameter_unfit');
    expect(missingAnswers(parameters, { fibre: 'silk' })).toEqual(['Length']);
    expect(missingAnswers(parameters, { fibre: 'silk', length_cm: 200 })).toEqual([]);
  });
});

describe('S-56 words about goods', () => {
  const title = plainText(120);
  it.each(['5 < 6 & 7 > 2', 'রেশমি শাড়ি', 'क्\u200dष', 'Silk & cotton', 'Size <6'])('%s is taken', (text) =>
    expect(title.safeParse(text).success).toBe(true),
  );
  it.each(['<b>silk</b>', '<script>x', '</p>', '<!-- x', '&lt;b', '&#60;b', '\u202eksis', 'a\u2066b'])(
    '%j is refused',
    (text) => expect(title.safeParse(text).success).toBe(false),
  );
});

describe('The catalogue desk keeps the shelves', () => {
  let app: Booted;
  beforeAll(async () => (app = await boot([CatalogueModule])));
  afterAll(() => app.close());

  const desk = personActor();
  const doing = <T>(work: () => Promise<T>) => app.as(desk, work);
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.as(desk, () => app.get(UnitOfWork).run(work));
  const draft = (change: Partial<CategoryInput> = {}) => {
    const input = categoryInput.parse({
      ...{ slug: 'gourd-lamps', parent: 'handicrafts', name: 'Gourd lamps', description: 'Lamps of dried gourds.' },
      ...{ quadrant: 'q4', hsn: ['4602'], gstRateKeys: ['basketware'], ...change },
    });
    return doing(() => app.get(DraftCategory).run(input)).then(() => input);
  };
  const publish = (slug: string) => doing(() => app.get(PublishCategory).run(slug));
  const shown = (slug: string) => app.get(CategoriesQuery).one(slug);
  afterEach(() => asOwner(`delete from catalogue.category where slug like 'gourd%'`));

  test('R-4.7 a draft is seen by nobody until it is published; withdrawn it is gone again', async () => {
    await draft();
    expect(await shown('gourd-lamps')).toBeNull();
    await publish('gourd-lamps');
    await publish('gourd-lamps');
    expect(await shown('gourd-lamps')).toMatchObject({ name: 'Gourd lamps', parent_slug: 'handicrafts', version: 2 });
    const tree = await app.get(CategoriesQuery).tree();
    const places = ['handicrafts', 'gourd-lamps'].map((slug) => tree.findIndex((one) => one.slug === slug));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[1]).toBeGreaterThan(places[0]!);
    await doing(() => app.get(WithdrawCategory).run('gourd-lamps', 'nobody makes them'));
    expect(await shown('gourd-lamps')).toBeNull();
  });

  test('R-4.7 it is published whole: tax lines that exist and cover its codes, in a group that is published', async () => {
    await draft({ gstRateKeys: ['no_such_line'] });
    await expect(publish('gourd-lamps')).rejects.toEqual(refusal('category_incomplete'));
    await draft({ slug: 'gourd-house', parent: null, hsn: [], gstRateKeys: [] });
    await draft({ slug: 'gourd-bowls', parent: 'gourd-house' });
    await expect(publish('gourd-bowls')).rejects.toEqual(refusal('category_incomplete'));
    await publish('gourd-house');
    await publish('gourd-bowls');
    const { slug: _, ...words } = categoryInput.parse({ ...(await draft({ slug: 'gourd-cups' })), hsn: ['8712'] });
    await expect(doing(() => app.get(ReviseCategory).run('gourd-bowls', words, () => undefined))).rejects.toEqual(
      refusal('category_incomplete'),
    );
  });

  test('R-4.7 another name is told to whoever shows goods under it; other words are not', async () => {
    const { slug: _, ...words } = await draft();
    const category = await inTx((tx) => app.get(CategoriesQuery).oneOnDesk(tx, 'gourd-lamps'));
    const told = () =>
      asOwner(
        `select from platform.outbox where name = 'catalogue.category_renamed' and payload ->> 'categoryId' = $1`,
        [category.id],
      );
    const revise = (change: object) =>
      doing(() => app.get(ReviseCategory).run('gourd-lamps', { ...words, ...change }, () => undefined));
    await revise({ description: 'Lamps of dried gourds, painted.' });
    expect(await told()).toHaveLength(0);
    await revise({ name: 'Lamps of gourds' });
    expect(await told()).toHaveLength(1);
  });

  test('R-4.7 a name is used once, a category stands in a group and never below itself', async () => {
    await draft();
    await expect(draft()).rejects.toEqual(refusal('category_slug_taken'));
    await expect(draft({ slug: 'gourd-x', parent: 'terracotta' })).rejects.toEqual(refusal('category_parent_unfit'));
    await expect(draft({ slug: 'gourd-x', parent: 'nothing' })).rejects.toEqual(refusal('category_parent_unfit'));
    await draft({ slug: 'gourd-house', parent: null, hsn: [], gstRateKeys: [] });
    const { slug: _, ...words } = await draft({ slug: 'gourd-room', parent: 'gourd-house', hsn: [], gstRateKeys: [] });
    await expect(
      doing(() => app.get(ReviseCategory).run('gourd-house', { ...words, parent: 'gourd-room' }, () => undefined)),
    ).rejects.toEqual(refusal('category_parent_unfit'));
    await expect(inTx((tx) => app.get(CategoriesQuery).oneOnDesk(tx, 'nothing'))).rejects.toEqual(
      refusal('category_unknown'),
    );
  });

  test('the seed adds what is missing and changes nothing else', async () => {
    expect(await app.asSystem(() => app.get(SeedCategories).run())).toBe('nothing new');
    expect((await inTx((tx) => app.get(CategoriesQuery).onDesk(tx))).length).toBeGreaterThanOrEqual(
      seededCategories.length,
    );
  });
});
