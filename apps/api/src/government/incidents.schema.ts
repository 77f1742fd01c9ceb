import { z } from 'zod';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { fileName } from '#platform/uploads';
import {
  faults,
  incidentOutcomes,
  incidentStates,
  officeStep,
  officeSteps,
  raisers,
  sides,
  incidentFiles_max,
  incidentFileStates,
  type Incident,
  type IncidentFile,
} from '#procurement';
import { severities } from '#sellers';
import { waitsFor } from './waits-for.js';

const id = '0192f0c1-7c00-7000-8000-000000000031';
const contractId = '0192f0c1-7c00-7000-8000-000000000002';
const words = freeText(2_000, 10);

export const accusationBody = z
  .strictObject({
    fault: z.enum(faults).describe('what the other side did; its level follows from the table of R-3.17'),
    words: words.describe('what happened, in words the other side reads'),
  })
  .meta({
    id: 'Accusation',
    example: { fault: 'wrong_specification', words: 'The stoles are of art silk; tussar was agreed.' },
  });

export const incidentWordsBody = z
  .strictObject({ words })
  .meta({ id: 'IncidentWords', example: { words: 'The yarn was tested; the report is with the contract.' } });

export const verdictBody = z
  .strictObject({
    finding: z.enum(['fault', 'no_fault']),
    severity: z.enum(severities).nullable().default(null).describe('of a seller’s fault; null: that of the accusation'),
    reason: words.describe('read by both sides'),
  })
  .meta({
    id: 'IncidentVerdict',
    example: { finding: 'fault', severity: 'serious', reason: 'The report names another yarn.' },
  });

export const incidentAppealBody = z
  .strictObject({ allow: z.boolean(), reason: words })
  .meta({ id: 'IncidentAppealDecision', example: { allow: false, reason: 'Nothing new was said.' } });

export const deskIncidentBody = z.strictObject({ contractId: z.uuid(), ...accusationBody.shape }).meta({
  id: 'DeskAccusation',
  example: { contractId, fault: 'forged_documents', words: 'The test report bears the number of another one.' },
});

export const incidentsOnDesk = pageQuery
  .omit({ count: true })
  .extend({ state: z.enum(incidentStates.names).default('escalated') });

const moment = z.iso.datetime().nullable();
export const incidentView = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    contractId: z.uuid(),
    raisedBy: z.enum(raisers),
    raisedAt: z.iso.datetime(),
    accused: z.enum(sides),
    fault: z.enum(faults),
    words: z.string(),
    state: z.enum(incidentStates.names),
    waitsFor: z.string().nullable().describe('whose move it is; null when nothing more happens'),
    dueAt: moment.describe('when it goes on by itself, or who is waited for is reminded'),
    reply: z.string().nullable(),
    repliedAt: moment,
    settledByOfficeAt: moment.describe('when both sides hold it for settled, it is'),
    settledBySellerAt: moment,
    escalatedAt: moment,
    notice: z.string().nullable().describe('what the accused side is asked to explain'),
    noticeAt: moment,
    answerBy: moment.describe('a later answer is late, and read until the silence counts'),
    answer: z.string().nullable(),
    answeredAt: moment,
    decision: z.string().nullable(),
    decidedAt: moment,
    severity: z.enum(severities).nullable(),
    occurrence: z.int().nullable().describe('the how-manieth fault of its level within the time of repetition'),
    officeStep: z.enum(officeSteps).nullable().describe('how high an office’s fault is reported'),
    appeal: z.string().nullable(),
    appealedAt: moment,
    appealDecision: z.string().nullable(),
    appealDecidedAt: moment,
    outcome: z.enum(incidentOutcomes).nullable(),
    version: z.int(),
  })
  .meta({
    id: 'Incident',
    example: {
      ...{ id, number: 'ODB-IN-2026-27-00000017', contractId, raisedBy: 'buyer', raisedAt: '2026-12-01T06:30:00.000Z' },
      ...{ accused: 'seller', fault: 'wrong_specification', words: 'The stoles are of art silk; tussar was agreed.' },
      ...{ state: 'open', waitsFor: 'other side', dueAt: '2026-12-08T18:29:59.000Z', reply: null, repliedAt: null },
      ...{ settledByOfficeAt: null, settledBySellerAt: null, escalatedAt: null, notice: null, noticeAt: null },
      ...{ answerBy: null, answer: null, answeredAt: null, decision: null, decidedAt: null, severity: null },
      ...{ occurrence: null, officeStep: null, appeal: null, appealedAt: null, appealDecision: null },
      ...{ appealDecidedAt: null, outcome: null, version: 1 },
    },
  });

const at = (moment: Date | null) => moment?.toISOString() ?? null;
export const viewOfIncident = (row: Incident): z.input<typeof incidentView> => ({
  id: row.id,
  number: row.number,
  contractId: row.contract_id,
  raisedBy: row.raised_by,
  raisedAt: row.raised_at.toISOString(),
  accused: row.accused,
  fault: row.fault,
  words: row.words,
  state: row.state,
  waitsFor: waitsFor(incidentStates, row.state),
  dueAt: at(row.due_at),
  reply: row.reply,
  repliedAt: at(row.replied_at),
  settledByOfficeAt: at(row.office_settled_at),
  settledBySellerAt: at(row.seller_settled_at),
  escalatedAt: at(row.escalated_at),
  notice: row.notice,
  noticeAt: at(row.notice_at),
  answerBy: at(row.answer_by),
  answer: row.answer,
  answeredAt: at(row.answered_at),
  decision: row.decision,
  decidedAt: at(row.decided_at),
  severity: row.severity,
  occurrence: row.occurrence,
  officeStep: row.accused === 'buyer' && row.occurrence !== null ? officeStep(row.occurrence) : null,
  appeal: row.appeal,
  appealedAt: at(row.appealed_at),
  appealDecision: row.appeal_decision,
  appealDecidedAt: at(row.appeal_decided_at),
  outcome: row.outcome,
  version: row.version,
});

export const newIncidentFileQuery = z.strictObject({
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
});

export const incidentFile = z
  .strictObject({
    id: z.uuid(),
    givenBy: z.enum(sides),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    sha256: z.string().length(64).describe('of the file as it is handed out'),
    state: z.enum(incidentFileStates).describe('waiting: the virus scanner has not looked yet'),
    givenAt: z.iso.datetime(),
  })
  .meta({
    id: 'IncidentFile',
    example: {
      ...{ id: '0192f0c1-7c00-7000-8000-000000000051', givenBy: 'buyer', type: 'application/pdf', size_bytes: 48_213 },
      ...{ sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', state: 'clean' },
      givenAt: '2026-12-01T06:30:00.000Z',
    },
  });
export const incidentFiles = z
  .strictObject({ items: z.array(incidentFile).max(incidentFiles_max) })
  .meta({ id: 'IncidentFiles' });

export const viewOfIncidentFile = (file: IncidentFile): z.input<typeof incidentFile> => ({
  id: file.id,
  givenBy: file.given_by,
  type: file.content_type,
  size_bytes: file.size_bytes,
  sha256: file.sha256,
  state: file.state,
  givenAt: file.given_at.toISOString(),
});
