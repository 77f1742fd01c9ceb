import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query, RawBody, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  Idempotent,
  Of,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  Takes,
  withEtag,
  type PageQuery,
} from '#platform/http';
import {
  AnswerIncident,
  AppealIncident,
  AttachIncidentFile,
  IncidentFilesQuery,
  EndIncident,
  EscalateIncident,
  Incidents,
  officerOf,
} from '#procurement';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { fileBytes_max, fileTypes } from '#platform/uploads';
import {
  incidentFile,
  incidentFiles,
  incidentView,
  incidentWordsBody,
  newIncidentFileQuery,
  viewOfIncident,
  viewOfIncidentFile,
} from './incidents.schema.js';

const id = z.uuid();
type Words = z.infer<typeof incidentWordsBody>;

/** One step of an incident: the same step twice is one, and the answer is the incident. */
const Moves = (what: string, permission = 'gov:order'): MethodDecorator =>
  applyDecorators(
    Does(what),
    HttpCode(200),
    Allow(permission),
    Idempotent(),
    Answers(200, incidentView),
    Refuses('incident_not_found', 'incident_not_yours', 'illegal_transition'),
  );

/** Incidents of a government office. @rule   */
@Controller('v1/government/incidents')
@Of(Incidents, (incidents, tx, incidentId) => incidents.find(tx, incidentId))
export class GovernmentIncidentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly answerIncident: AnswerIncident,
    private readonly endIncident: EndIncident,
    private readonly escalateIncident: EscalateIncident,
    private readonly appealIncident: AppealIncident,
    private readonly attachFile: AttachIncidentFile,
    private readonly incidentFilesQuery: IncidentFilesQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('Incidents over your contracts, newest first')
  @Allow('gov:monitor')
  @Answers(200, pageOf(incidentView))
  @Refuses('acts_without_office')
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.incidents.page(tx, { officeId: officerOf(tx).officeId }, page)),
      viewOfIncident,
    );
  }

  @Get(':id')
  @Does('One incident, with what each side and the desk said')
  @Allow('gov:monitor')
  @Answers(200, incidentView)
  @Refuses('incident_not_found')
  async one(@Param('id', { schema: id }) incidentId: string) {
    const incident = await this.work.run((tx) => this.incidents.find(tx, incidentId));
    return withEtag(incident.version, viewOfIncident(incident));
  }

  @Post(':id/reply')
  @Moves('Your first word to what the other side says')
  async reply(@Param('id', { schema: id }) incidentId: string, @Body({ schema: incidentWordsBody }) body: Words) {
    return viewOfIncident(await this.answerIncident.reply(incidentId, body.words));
  }

  @Post(':id/settlement')
  @Moves('You hold it for settled; when both sides do, it is')
  async settle(@Param('id', { schema: id }) incidentId: string) {
    return viewOfIncident(await this.endIncident.settle(incidentId));
  }

  @Post(':id/withdrawal')
  @Moves('You take back what you raised, before it was answered')
  async withdraw(@Param('id', { schema: id }) incidentId: string) {
    return viewOfIncident(await this.endIncident.withdraw(incidentId));
  }

  @Post(':id/escalation')
  @Moves('You take what you raised to the incident desk')
  @Refuses('incident_too_early')
  async escalate(@Param('id', { schema: id }) incidentId: string) {
    return viewOfIncident(await this.escalateIncident.run(incidentId));
  }

  @Post(':id/answer')
  @Moves('Your answer to the show-cause notice')
  @Refuses('time_is_over')
  async answer(@Param('id', { schema: id }) incidentId: string, @Body({ schema: incidentWordsBody }) body: Words) {
    return viewOfIncident(await this.answerIncident.answer(incidentId, body.words));
  }

  @Post(':id/appeal')
  @Moves('You ask once for another look at the decision')
  @Refuses('time_is_over')
  async appeal(@Param('id', { schema: id }) incidentId: string, @Body({ schema: incidentWordsBody }) body: Words) {
    return viewOfIncident(await this.appealIncident.run(incidentId, body.words));
  }

  @Get(':id/files')
  @Does('What both sides have handed in, the oldest first')
  @Allow('gov:monitor')
  @Answers(200, incidentFiles)
  @Refuses('incident_not_found')
  async files(@Param('id', { schema: id }) incidentId: string) {
    const rows = await this.work.run((tx) => this.incidentFilesQuery.of(tx, incidentId));
    return { items: rows.map(viewOfIncidentFile) };
  }

  @Post(':id/files')
  @Does('Hand in what shows that you are right: JPEG, PNG, WebP or PDF, at most 5 MiB; the other side sees it')
  @Allow('gov:order')
  @Takes(fileTypes, fileBytes_max)
  @Answers(201, incidentFile)
  @Refuses('incident_not_found', 'incident_not_yours', 'incident_over', 'too_many_incident_files')
  @Refuses('file_unreadable', 'file_too_large', 'file_unsafe')
  async attach(
    @Param('id', { schema: id }) incidentId: string,
    @Query({ schema: newIncidentFileQuery }) query: z.infer<typeof newIncidentFileQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const file = await this.attachFile.run(incidentId, query.fileName, bytes ?? Buffer.alloc(0));
    return created(`/v1/government/incidents/${incidentId}/files/${file.id}`, viewOfIncidentFile(file));
  }

  @Get(':id/files/:fileId')
  @Does('A file of the incident, to save')
  @Allow('gov:monitor')
  @AnswersFile()
  @Refuses('incident_not_found', 'incident_file_unknown', 'incident_file_not_scanned', 'incident_file_infected')
  async file(
    @Param('id', { schema: id }) incidentId: string,
    @Param('fileId', { schema: id }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run((tx) => this.incidentFilesQuery.read(tx, incidentId, fileId));
    return sendFile(reply, { name: `incident-${file.id}`, type: file.content_type }, bytes);
  }
}
