import { z } from 'zod';
import {
  abouts,
  answerFiles_max,
  answerFileStates,
  complaint_steps_max,
  complaintStates,
  outcomes,
  questions_bound,
  stepMakers,
  words_max,
  type AnswerFile,
  type Complaint,
  type ComplaintState,
  type ToldComplaint,
  type ToldQuestion,
} from '#grievances';
import { freeText } from '#platform/identifiers';

export const state = z.enum(complaintStates.names as [ComplaintState]);
const words = freeText(words_max);

/** What a complaint by the link of an order says: the order is known. */
export const complaintOfOrderBody = z
  .strictObject({ about: z.enum(abouts), words: words.describe('what happened, and what you want') })
  .meta({ id: 'NewComplaintOfOrder' });

export const raiseBody = complaintOfOrderBody
  .extend({ orderId: z.uuid().optional().describe('your order that it is about; left out when it is about none') })
  .meta({ id: 'NewComplaint' });

export const reopenBody = z
  .strictObject({ words: words.describe('why it is not settled') })
  .meta({ id: 'ComplaintReopening' });

const at = z.iso.datetime();

/** A complaint and its clocks, without what was said. */
export const complaint = z
  .strictObject({
    id: z.uuid(),
    ticket: z.string().meta({ examples: ['ODB-G-2026-27-7K3M9-QXD4T'] }),
    about: z.enum(abouts),
    order: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
    state,
    outcome: z.enum(outcomes).nullable(),
    receivedAt: at,
    acknowledgeBy: at.describe('somebody has read it by then'),
    redressBy: at.describe('it is decided by then'),
    acknowledgedAt: at.nullable(),
    escalatedAt: at.nullable().describe('since then it lies with the nodal person'),
    breachedAt: at.nullable().describe('it was not decided in time'),
    resolvedAt: at.nullable(),
    reopenUntil: at.nullable().describe('until then you may say that it is not settled'),
  })
  .meta({ id: 'Complaint' });

export const answerFile = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    sha256: z.string().length(64).describe('of the file as it is handed out'),
    state: z.enum(answerFileStates).describe('waiting: the virus scanner has not looked yet'),
    givenAt: at,
  })
  .meta({ id: 'AnswerFile' });

/** What the desk asked the maker, and what she answered. */
export const makerQuestion = z
  .strictObject({
    id: z.uuid(),
    question: z.string().nullable(),
    askedAt: at,
    answerBy: at.describe('the maker answers by then, or the desk decides without her'),
    answer: z.string().nullable(),
    answeredAt: at.nullable(),
    endedAt: at.nullable().describe('over without an answer'),
    files: z.array(answerFile).max(answerFiles_max).describe('what the maker shows with her answer'),
  })
  .meta({ id: 'MakerQuestion' });

export const toldComplaint = complaint
  .extend({
    steps: z
      .array(
        z.strictObject({
          event: z.string(),
          state,
          madeBy: z.enum(stepMakers),
          words: z.string().nullable(),
          at,
        }),
      )
      .max(complaint_steps_max)
      .describe('what happened and what was said, the oldest first'),
    questions: z
      .array(makerQuestion)
      .max(questions_bound)
      .describe('what the maker was asked and what she answered, the oldest first'),
  })
  .meta({ id: 'ToldComplaint' });

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export const viewOfComplaint = (one: Complaint): z.input<typeof complaint> => ({
  id: one.id,
  ticket: one.ticket,
  about: one.about,
  order: one.order_id === null || one.order_number === null ? null : { id: one.order_id, number: one.order_number },
  state: one.state,
  outcome: one.outcome,
  receivedAt: one.received_at.toISOString(),
  acknowledgeBy: one.acknowledge_by.toISOString(),
  redressBy: one.redress_by.toISOString(),
  acknowledgedAt: iso(one.acknowledged_at),
  escalatedAt: iso(one.escalated_at),
  breachedAt: iso(one.breached_at),
  resolvedAt: iso(one.resolved_at),
  reopenUntil: iso(one.reopen_until),
});

export const viewOfAnswerFile = (file: AnswerFile): z.input<typeof answerFile> => ({
  id: file.id,
  type: file.content_type,
  size_bytes: file.size_bytes,
  sha256: file.sha256,
  state: file.state,
  givenAt: file.given_at.toISOString(),
});

export const viewOfQuestion = (one: ToldQuestion): z.input<typeof makerQuestion> => ({
  id: one.id,
  question: one.question,
  askedAt: one.asked_at.toISOString(),
  answerBy: one.answer_by.toISOString(),
  answer: one.answer,
  answeredAt: iso(one.answered_at),
  endedAt: iso(one.ended_at),
  files: one.files.map(viewOfAnswerFile),
});

export const viewOfTold = (one: ToldComplaint): z.input<typeof toldComplaint> => ({
  ...viewOfComplaint(one),
  steps: one.steps.map((step) => ({
    event: step.event,
    state: step.state,
    madeBy: step.made_by,
    words: step.words,
    at: step.at.toISOString(),
  })),
  questions: one.questions.map(viewOfQuestion),
});
