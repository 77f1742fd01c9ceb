import { z } from 'zod';
import { changeStates, listingInput, type ChangeLine } from '#catalogue';

/** A new version of goods on sale. */
export const listingChange = z
  .strictObject({
    id: z.uuid(),
    listingId: z.uuid(),
    title: z.string().describe('of the goods as they are sold now'),
    seller: z.strictObject({ id: z.uuid(), name: z.string() }),
    state: z.enum(changeStates),
    fields: z.array(z.string()).max(100).describe('what of it an officer looks at'),
    content: listingInput,
    proposedAt: z.iso.datetime(),
    hideAt: z.iso.datetime().nullable().describe('until then the old version is for sale'),
    hiddenAt: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime().nullable().describe('then the office above sees it'),
    escalatedAt: z.iso.datetime().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'ListingChange' });

export const viewOfChange = (row: ChangeLine): z.input<typeof listingChange> => ({
  id: row.id,
  listingId: row.listing_id,
  title: row.title,
  seller: { id: row.seller_id, name: row.seller_name },
  state: row.state,
  fields: row.fields,
  content: row.content,
  proposedAt: row.proposed_at.toISOString(),
  hideAt: row.hide_at?.toISOString() ?? null,
  hiddenAt: row.hidden_at?.toISOString() ?? null,
  dueAt: row.due_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
  answer: row.answer,
});
