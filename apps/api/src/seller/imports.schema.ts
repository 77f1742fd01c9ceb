import { z } from 'zod';
import {
  faultLanguages,
  faultSays,
  languages,
  listingImportStates,
  type FaultLanguage,
  type ImportCount,
  type ImportFault,
  type ListingImport,
} from '#catalogue';
import { pageQuery, queryBoolean, queryList } from '#platform/http';

const format = z.enum(['csv', 'xlsx']).default('csv');
const bom = queryBoolean()
  .default(true)
  .describe('begin a CSV with a byte-order mark, by which Excel knows it as UTF-8');
const lang = z.enum(faultLanguages).default('en').describe('language in which faults are told');

export const importsQuery = pageQuery.omit({ count: true });
export const faultsQuery = pageQuery.omit({ count: true }).extend({ lang });
export const faultSheetQuery = z.strictObject({ lang, bom });
export const goodsSheetQuery = z.strictObject({ format, bom });
export const templateQuery = goodsSheetQuery.extend({
  category: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional()
    .describe('slug of the category whose questions become columns'),
  languages: queryList(z.enum(languages), languages.length)
    .default(['hi'])
    .describe('languages in which the goods are told too: `title_hi`, `description_hi`; a sheet may have any of them'),
});

export const applicationBody = z
  .strictObject({
    partial: z.boolean().default(false).describe('the right goods go in although others are wrong'),
    submit: z.boolean().default(false).describe('drafts that are whole go before the officer'),
  })
  .meta({ id: 'ImportApplication', example: { partial: true, submit: false } });

const told = z.int().min(0);
export const goodsImport = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(listingImportStates.names),
    rows: told.describe('rows read so far'),
    submits: z.boolean(),
    receivedAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
    lapsesAt: z.iso.datetime().nullable().describe('when a checked sheet is forgotten if nobody has it written'),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'GoodsImport' });

const steps = z.strictObject({ add: told, revise: told, change: told, none: told });
export const goodsImportWithCounts = goodsImport
  .extend({
    wrong: told.describe('goods of which a row is wrong'),
    refused: told.describe('goods the catalogue did not take when they were written'),
    waiting: steps.describe('goods still to be written, by what that does: make, write anew, change on sale, nothing'),
    written: steps,
    beforeOfficer: told.describe('changes and drafts that now wait for the officer'),
  })
  .meta({ id: 'GoodsImportCounted' });

export const importFault = z
  .strictObject({
    row: z.int().min(1).describe('as a spreadsheet counts: the headings are row 1'),
    column: z.string().nullable(),
    code: z.string(),
    value: z.string().nullable().describe('what stands there, shortened'),
    says: z.string().describe('what is wrong and what to do'),
  })
  .meta({ id: 'ImportFault' });

export const viewOfImport = (one: ListingImport): z.input<typeof goodsImport> => ({
  id: one.id,
  state: one.state,
  rows: one.rows_read,
  submits: one.submits,
  receivedAt: one.received_at.toISOString(),
  checkedAt: one.checked_at?.toISOString() ?? null,
  lapsesAt: one.due_at?.toISOString() ?? null,
  endedAt: one.ended_at?.toISOString() ?? null,
});

export function viewOfCounted(
  one: ListingImport,
  counts: readonly ImportCount[],
): z.input<typeof goodsImportWithCounts> {
  const sum = (which: (count: ImportCount) => boolean, what: 'goods' | 'waits' | 'submitted' = 'goods') =>
    counts.filter(which).reduce((all, count) => all + count[what], 0);
  const by = (state: ImportCount['state']) => {
    const of = (step: ImportCount['step']) => sum((count) => count.state === state && count.step === step);
    return { add: of('add'), revise: of('revise'), change: of('change'), none: of('none') };
  };
  return {
    ...viewOfImport(one),
    wrong: sum((count) => count.state === 'wrong'),
    refused: sum((count) => count.state === 'refused'),
    waiting: by('good'),
    written: by('done'),
    beforeOfficer: sum(() => true, 'waits') + sum(() => true, 'submitted'),
  };
}

export const viewOfFault = (fault: ImportFault, language: FaultLanguage): z.input<typeof importFault> => ({
  row: fault.row,
  column: fault.column,
  code: fault.code,
  value: fault.value,
  says: faultSays(fault, language),
});
