import { z } from 'zod';
import { owners } from '#platform/queue';
import { lateAbouts } from './late-words.js';

/** Of each kind at a time: a page somebody can work through. */
const lateShown_max = 100;

export const lateQuery = z.strictObject({
  about: z.enum(lateAbouts).optional().describe('left out: all of them'),
  limit: z.coerce.number().int().min(1).max(lateShown_max).default(20).describe('of each kind'),
});

const late = z
  .strictObject({
    id: z.uuid().nullable().describe('of what is late'),
    forWhom: z.strictObject({
      kind: z.enum(['maker', 'shopper', 'bazaar']).describe('who waits for it'),
      id: z.uuid().nullable(),
    }),
    orderId: z.uuid().nullable().describe('the order it belongs to'),
    what: z.string().max(200).describe('in plain words'),
    why: z.string().max(600).nullable().describe('the reason as it was noted, where one was'),
    since: z.iso.datetime(),
    until: z.iso.datetime().nullable().describe('then something happens by itself'),
    toDo: z.string().max(300).describe('what to do next, in plain words'),
    act: z.string().max(120).nullable().describe('the request by which it is done, where one does it'),
  })
  .meta({
    id: 'Late',
    example: {
      id: '019a7b1c-7f00-7000-8000-000000000002',
      forWhom: { kind: 'maker', id: '019a7b1c-7f00-7000-8000-000000000003' },
      orderId: null,
      what: 'The bank did not take a payout.',
      why: 'account_closed',
      since: '2026-11-12T08:35:00.000Z',
      until: null,
      toDo: 'Ask the maker for an account that works, then send it again.',
      act: 'POST /v1/admin/payouts/019a7b1c-7f00-7000-8000-000000000002/retry',
    },
  });

export const latePage = z
  .strictObject({
    at: z.iso.datetime().describe('business time of the look'),
    groups: z
      .array(
        z.strictObject({
          about: z.enum(lateAbouts),
          owner: z.enum(owners).describe('the role that looks after it'),
          more: z.boolean().describe('there are more than are shown'),
          items: z.array(late).max(lateShown_max).describe('those that wait longest first'),
        }),
      )
      .max(lateAbouts.length),
  })
  .meta({ id: 'LatePage' });

export type Late = z.input<typeof late>;
