import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { foldName, slugOf } from './fold.js';
import { fail } from './odop.errors.js';
import { PINCODE } from './pincode.js';

export const districtOrderKinds = ['rename', 'split', 'merge'] as const;
export type DistrictOrderKind = (typeof districtOrderKinds)[number];

const districtSlug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a slug such as varanasi')
  .meta({ examples: ['bhagalpur'] });
const districtTitle = freeText(80).refine((name) => slugOf(name) !== '', 'expected a name in Latin letters');

/** One of the districts that a division makes. */
export const newDistrict = z.strictObject({
  name: districtTitle,
  lgdCode: z.int().min(1).max(999).nullable().default(null).describe('if the directory has given one'),
  point: z
    .strictObject({ latitude: z.number().min(6).max(38), longitude: z.number().min(68).max(98) })
    .nullable()
    .default(null)
    .describe('of its headquarters, degrees'),
  pincodes: z
    .array(z.string().regex(PINCODE, 'six digits'))
    .max(100)
    .default([])
    .describe('PIN codes the order gives it; those it does not name stay, as a suggestion to confirm'),
  entries: z.array(z.uuid()).max(50).default([]).describe('ODOP entries that go with it; the others stay'),
});
export type NewDistrict = z.output<typeof newDistrict>;

const rename = z.strictObject({ kind: z.literal('rename'), name: districtTitle.describe('its new name') });
const split = z.strictObject({
  kind: z.literal('split'),
  into: z.array(newDistrict).min(1).max(20),
  ends: z
    .boolean()
    .default(false)
    .describe('whether the old district is no more; what nobody named then goes to the first new one'),
});
const merge = z.strictObject({
  kind: z.literal('merge'),
  into: districtSlug.describe('the district that takes it in'),
});

/** What an order does to a district. @rule */
export const districtPlan = z.discriminatedUnion('kind', [rename, split, merge]);
export type DistrictPlan = z.output<typeof districtPlan>;

/** What the register knows that an order must fit. */
export interface DistrictGround {
  /** As it is called and where it lies. */
  district: { slug: string; name: string; state_code: string };
  stateName: string;
  /** Other present districts and other names in the State, folded. */
  takenNames: ReadonlySet<string>;
  takenSlugs: ReadonlySet<string>;
  takenLgdCodes: ReadonlySet<number>;
  /** PIN codes and open entries it has. */
  pincodes: ReadonlySet<string>;
  entries: ReadonlySet<string>;
  /** The district it is to go into. */
  into: { id: string; slug: string; state_code: string } | null;
}

/**
 * Whether an order can be carried out as things stand.
 * @throws district_name_taken, district_lgd_taken (409), district_not_listed, pincode_not_of_district,
 *   entry_not_of_district, merge_into_other_state (422)
 * @rule R-4.29a
 */
export function assertFits(plan: DistrictPlan, ground: DistrictGround): void {
  if (plan.kind === 'rename') return assertFreeNames([plan.name], ground);
  if (plan.kind === 'merge') return assertMayGoInto(plan.into, ground);
  assertFreeNames(
    plan.into.map(({ name }) => name),
    ground,
  );
  const lgdCodes = plan.into.flatMap(({ lgdCode }) => lgdCode ?? []);
  const twice = lgdCodes.find((code, i) => ground.takenLgdCodes.has(code) || lgdCodes.indexOf(code) !== i);
  if (twice !== undefined) throw fail('district_lgd_taken', { lgd: twice });
  const { name: district } = ground.district;
  const pincode = strangeOrTwice(
    plan.into.flatMap(({ pincodes }) => pincodes),
    ground.pincodes,
  );
  if (pincode !== undefined) throw fail('pincode_not_of_district', { pincode, district });
  const entryId = strangeOrTwice(
    plan.into.flatMap(({ entries }) => entries),
    ground.entries,
  );
  if (entryId !== undefined) throw fail('entry_not_of_district', { entryId, district });
}

/** The same plan when some of the entries it names were followed by others, or closed, since it was entered. @rule */
export function withPresentEntries(plan: DistrictPlan, present: ReadonlyMap<string, string>): DistrictPlan {
  if (plan.kind !== 'split') return plan;
  const into = plan.into.map((wanted) => ({
    ...wanted,
    entries: [...new Set(wanted.entries.flatMap((id) => present.get(id) ?? []))],
  }));
  return { ...plan, into };
}

const strangeOrTwice = (named: readonly string[], there: ReadonlySet<string>): string | undefined =>
  named.find((one, i) => !there.has(one) || named.indexOf(one) !== i);

function assertFreeNames(names: readonly string[], { takenNames, district }: DistrictGround): void {
  const folded = names.map(foldName);
  const taken = names.find((_, i) => takenNames.has(folded[i]!) || folded.indexOf(folded[i]!) !== i);
  if (taken !== undefined) throw fail('district_name_taken', { name: taken, state: district.state_code });
}

function assertMayGoInto(slug: string, { district, into }: DistrictGround): void {
  if (into === null || into.slug === district.slug) throw fail('district_not_listed', { district: slug });
  if (into.state_code !== district.state_code) throw fail('merge_into_other_state', { district: slug });
}

/** The address of a new district: its name, with its State where another place has that one; it never changes. */
export function slugOfNew(name: string, { stateName, takenSlugs }: Pick<DistrictGround, 'stateName' | 'takenSlugs'>) {
  const plain = slugOf(name);
  const full = `${plain}-${slugOf(stateName)}`;
  for (const slug of [plain, full]) if (!takenSlugs.has(slug)) return slug;
  for (let n = 2; ; n++) if (!takenSlugs.has(`${full}-${n}`)) return `${full}-${n}`;
}
