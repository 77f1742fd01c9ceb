import { z } from 'zod';
import { pageOf, pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { owners, termsOf, type Backlog, type DeadJob } from '#platform/queue';

const owner = z.enum(owners).describe('the role that looks after it when it is dead');
const handler = z.string().describe('a job, or news and what follows from it');

export const deadJobsQuery = pageQuery.omit({ count: true });

const deadJob = z
  .strictObject({
    id: z.uuid(),
    handler,
    payload: z.unknown().describe('ids, states and amounts; no personal data'),
    requestId: z.string().describe('of the request it goes back to'),
    attempts: z.int().min(1),
    reason: z.string().describe('why the last attempt failed'),
    deadSince: z.iso.datetime().describe('real time, whatever the business clock says'),
    owner,
    toDo: z.string().max(300).describe('in plain words'),
  })
  .meta({
    id: 'DeadJob',
    example: {
      id: '019a7b1c-7f00-7000-8000-000000000002',
      handler: 'payments.send-payout',
      payload: { payoutId: '019a7b1c-7f00-7000-8000-000000000003' },
      requestId: '019a7b1c-7f00-7000-8000-000000000004',
      attempts: 8,
      reason: 'Error: the bank does not answer',
      deadSince: '2026-11-12T08:35:00.000Z',
      owner: 'payments_officer',
      toDo: 'Look it up at the provider by its id. Replaying is safe: the same key is asked again, money moves once.',
    },
  });
export const deadJobPage = pageOf(deadJob);

export const backlog = z
  .strictObject({
    unopened: z.int().min(0).describe('news and jobs not yet taken from the outbox'),
    handlers: z
      .array(
        z.strictObject({
          handler,
          waiting: z.int().min(0),
          failing: z.int().min(0).describe('failed at least once, will be tried again'),
          dead: z.int().min(0),
          oldestAt: z.iso.datetime(),
          owner,
        }),
      )
      .max(1_000),
  })
  .meta({ id: 'JobBacklog' });

export const replayBody = z
  .strictObject({ reason: freeText(500, 3).describe('for the audit trail') })
  .meta({ id: 'ReplayInput', example: { reason: 'The bank answers again.' } });

export const deadJobView = (row: DeadJob): z.infer<typeof deadJob> => ({
  id: row.id,
  handler: row.handler,
  payload: row.payload,
  requestId: row.request_id,
  attempts: row.failures,
  reason: row.reason,
  deadSince: row.dead_at.toISOString(),
  owner: termsOf(row.handler).owner,
  toDo: termsOf(row.handler).whenDead,
});

export const backlogView = (unopened: number, rows: readonly Backlog[]): z.infer<typeof backlog> => ({
  unopened,
  handlers: rows.map(({ oldest_at, ...row }) => ({
    ...row,
    oldestAt: oldest_at.toISOString(),
    owner: termsOf(row.handler).owner,
  })),
});
