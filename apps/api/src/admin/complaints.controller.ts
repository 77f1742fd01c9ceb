import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { AcknowledgeComplaint, ComplaintsQuery, ResolveComplaint } from '#grievances';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import {
  deskComplaint,
  deskQuery,
  resolutionBody,
  toldDeskComplaint,
  viewOfDesk,
  viewOfToldDesk,
} from './complaints.schema.js';

/** The complaints desk: the grievance officer, and the nodal person above her. @rule SM-9 */
@Controller('v1/admin/complaints')
@OfNobody('one desk answers for the complaints of all shoppers')
export class ComplaintsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly complaints: ComplaintsQuery,
    private readonly acknowledgeComplaint: AcknowledgeComplaint,
    private readonly resolveComplaint: ResolveComplaint,
  ) {}

  @Get()
  @Does('Complaints in a state, the oldest first: without one, all that wait for an answer')
  @Allow('admin:complaints')
  @Answers(200, pageOf(deskComplaint))
  list(@Query({ schema: deskQuery }) query: z.infer<typeof deskQuery>) {
    const { state = null, overdue, ...page } = query;
    return this.pages.byId(
      { ...page, count: false },
      (request) => this.work.run((tx) => this.complaints.page(tx, state, overdue, request)),
      viewOfDesk,
    );
  }

  @Get(':id')
  @Does('A complaint with what was said')
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.told(id);
  }

  @Post(':id/acknowledgement')
  @Does('You have read it; who complained hears by when it is decided')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'illegal_transition')
  async acknowledge(@Param('id', { schema: z.uuid() }) id: string) {
    await this.acknowledgeComplaint.run(id);
    return this.told(id);
  }

  @Post(':id/beginning')
  @Does('You look into it')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'illegal_transition')
  async begin(@Param('id', { schema: z.uuid() }) id: string) {
    await this.acknowledgeComplaint.begin(id);
    return this.told(id);
  }

  @Post(':id/resolution')
  @Does('Decide, and say why; from day 20 on only the nodal person does')
  @HttpCode(200)
  @Allow('admin:complaints')
  @Answers(200, toldDeskComplaint)
  @Refuses('complaint_not_found', 'own_complaint', 'complaint_above_desk', 'illegal_transition')
  async resolve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resolutionBody }) body: z.infer<typeof resolutionBody>,
  ) {
    await this.resolveComplaint.run(id, body.outcome, body.words);
    return this.told(id);
  }

  private async told(id: string) {
    return viewOfToldDesk(await this.work.run((tx) => this.complaints.onDesk(tx, id)));
  }
}
