import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { duplicateStates, sellerClasses, sellerStates, traceKinds, type DuplicateFlag } from '#sellers';

const duplicate = z
  .strictObject({
    id: z.uuid(),
    matches: z
      .enum(traceKinds)
      .describe(
        'what both have; the value itself is told to nobody. A device alone is a weak hint: families share one',
      ),
    state: z.enum(duplicateStates),
    foundAt: z.iso.datetime(),
    reason: z.string().nullable(),
    other: z.strictObject({
      id: z.uuid(),
      name: z.string(),
      class: z.enum(sellerClasses),
      state: z.enum(sellerStates.names),
      district: z.string(),
    }),
  })
  .meta({ id: 'SellerDuplicate' });
export const duplicateList = z.strictObject({ items: z.array(duplicate).max(100) }).meta({ id: 'SellerDuplicates' });

export const duplicateDecisionBody = z
  .strictObject({
    state: z.enum(['cleared', 'confirmed']).describe('two honest sellers, or one who is here already'),
    reason: freeText(500),
  })
  .meta({ id: 'DuplicateDecision' });

export const viewOfDuplicate = (row: DuplicateFlag): z.input<typeof duplicate> => ({
  id: row.id,
  matches: row.kind,
  state: row.state,
  foundAt: row.found_at.toISOString(),
  reason: row.reason,
  other: {
    id: row.other_id,
    name: row.other_name,
    class: row.other_class,
    state: row.other_state,
    district: row.other_district,
  },
});
