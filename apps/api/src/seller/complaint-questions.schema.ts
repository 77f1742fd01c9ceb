import { z } from 'zod';
import { words_max, type ToldQuestion } from '#grievances';
import { freeText } from '#platform/identifiers';
import { fileName } from '#platform/uploads';
import { makerQuestion, viewOfQuestion } from '../buyer/complaints.schema.js';

/** Files an answer names at most; how many may be handed in is a parameter. */
const named_max = 20;

/** A question to a maker as she sees it: of the complaint no more than its ticket. */
export const sellerQuestion = makerQuestion
  .extend({
    ticket: z.string().meta({ examples: ['ODB-G-2026-27-7K3M9-QXD4T'] }),
    order: z.strictObject({ id: z.uuid(), number: z.string() }),
  })
  .meta({ id: 'SellerQuestion' });

export const newAnswerFileQuery = z.strictObject({
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
});

export const answerBody = z
  .strictObject({
    words: freeText(words_max).describe('your answer; the desk and who complained read it'),
    fileIds: z.array(z.uuid()).max(named_max).default([]).describe('files you handed in; the others are taken away'),
  })
  .meta({ id: 'MakerAnswer' });

export const viewOfSellerQuestion = (one: ToldQuestion): z.input<typeof sellerQuestion> => ({
  ...viewOfQuestion(one),
  ticket: one.ticket,
  order: { id: one.order_id, number: one.order_number },
});
