import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Idempotent, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import {
  AppealIncident,
  DecideIncident,
  EscalateIncident,
  IncidentFilesQuery,
  Incidents,
  RaiseIncident,
} from '#procurement';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import {
  deskIncidentBody,
  incidentAppealBody,
  incidentFiles,
  incidentsOnDesk,
  incidentView,
  incidentWordsBody,
  verdictBody,
  viewOfIncident,
  viewOfIncidentFile,
} from '../government/incidents.schema.js';

const id = z.uuid();

/** One step of the desk, which needs a second factor: the answer is the incident. */
const Moves = (what: string): MethodDecorator =>
  applyDecorators(
    Does(what),
    HttpCode(200),
    Allow('admin:seller-conduct'),
    StepUp(),
    Answers(200, incidentView),
    Refuses('incident_not_found', 'illegal_transition'),
  );

/** The incident desk: what was not settled between the sides of a contract. @rule   */
@Controller('v1/admin/incidents')
@OfNobody('the incident desk of the platform answers for every incident')
export class AdminIncidentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly raiseIncident: RaiseIncident,
    private readonly escalateIncident: EscalateIncident,
    private readonly decideIncident: DecideIncident,
    private readonly appealIncident: AppealIncident,
    private readonly incidentFilesQuery: IncidentFilesQuery,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Does('Incidents in a state, newest first')
  @Allow('admin:seller-conduct')
  @Answers(200, pageOf(incidentView))
  inState(@Query({ schema: incidentsOnDesk }) query: z.infer<typeof incidentsOnDesk>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => seeingAll(tx, () => this.incidents.inState(tx, query.state, page))),
      viewOfIncident,
    );
  }

  @Get(':id')
  @Does('One incident, with what each side said')
  @Allow('admin:seller-conduct')
  @Answers(200, incidentView)
  @Refuses('incident_not_found')
  async one(@Param('id', { schema: id }) incidentId: string) {
    return viewOfIncident(await this.work.run((tx) => seeingAll(tx, () => this.incidents.find(tx, incidentId))));
  }

  @Get(':id/files')
  @Does('What both sides have handed in, the oldest first')
  @Allow('admin:seller-conduct')
  @Answers(200, incidentFiles)
  @Refuses('incident_not_found')
  async files(@Param('id', { schema: id }) incidentId: string) {
    const rows = await this.work.run((tx) => this.incidentFilesQuery.onDesk(tx, incidentId));
    return { items: rows.map(viewOfIncidentFile) };
  }

  @Get(':id/files/:fileId')
  @Does('A file of the incident, to save')
  @Allow('admin:seller-conduct')
  @AnswersFile()
  @Refuses('incident_not_found', 'incident_file_unknown', 'incident_file_not_scanned', 'incident_file_infected')
  async file(
    @Param('id', { schema: id }) incidentId: string,
    @Param('fileId', { schema: id }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { file, bytes } = await this.work.run((tx) => this.incidentFilesQuery.readOnDesk(tx, incidentId, fileId));
    return sendFile(reply, { name: `incident-${file.id}`, type: file.content_type }, bytes);
  }

  @Post()
  @Does('The platform accuses a side of a contract; it comes to the desk by itself')
  @Allow('admin:seller-conduct')
  @StepUp()
  @Idempotent()
  @Answers(201, incidentView)
  @Refuses('contract_not_found', 'incident_open')
  async raise(@Body({ schema: deskIncidentBody }) body: z.infer<typeof deskIncidentBody>) {
    const { contractId, ...accusation } = body;
    const incident = await this.raiseIncident.byDesk(contractId, accusation);
    return created(`/v1/admin/incidents/${incident.id}`, viewOfIncident(incident));
  }

  @Post(':id/escalation')
  @Moves('Take it over from the sides, at any time')
  async escalate(@Param('id', { schema: id }) incidentId: string) {
    return viewOfIncident(await this.escalateIncident.byDesk(incidentId));
  }

  @Post(':id/notice')
  @Moves('Serve a show-cause notice: what the accused side is to explain')
  async notice(
    @Param('id', { schema: id }) incidentId: string,
    @Body({ schema: incidentWordsBody }) body: z.infer<typeof incidentWordsBody>,
  ) {
    return viewOfIncident(await this.decideIncident.serveNotice(incidentId, body.words));
  }

  @Post(':id/decision')
  @Moves('Find a fault or none; a seller’s measure follows from level and repetition')
  @Refuses('own_application')
  async decide(
    @Param('id', { schema: id }) incidentId: string,
    @Body({ schema: verdictBody }) body: z.infer<typeof verdictBody>,
  ) {
    return viewOfIncident(await this.decideIncident.run(incidentId, body));
  }

  @Post(':id/appeal-decision')
  @Moves('Decide an office’s appeal, as another officer than who decided first')
  @Refuses('incident_not_yours', 'incident_own_decision')
  async decideAppeal(
    @Param('id', { schema: id }) incidentId: string,
    @Body({ schema: incidentAppealBody }) body: z.infer<typeof incidentAppealBody>,
  ) {
    return viewOfIncident(await this.appealIncident.decide(incidentId, body.allow, body.reason));
  }
}
