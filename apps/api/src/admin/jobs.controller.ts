import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, Pages, Refuses, type Page, OfNobody } from '#platform/http';
import { JobsQuery, ReplayDeadJob } from '#platform/queue';
import { backlog, backlogView, deadJobPage, deadJobsQuery, deadJobView, replayBody } from './jobs.schema.js';

type DeadJobView = z.infer<typeof deadJobPage>['items'][number];

/** The operator's look at the work that is not done yet. */
@Controller('v1/admin/jobs')
@OfNobody('jobs are the whole platform’s')
export class AdminJobsController {
  constructor(
    private readonly jobs: JobsQuery,
    private readonly replayDeadJob: ReplayDeadJob,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Allow('admin:jobs')
  @Answers(200, backlog)
  async list(): Promise<z.infer<typeof backlog>> {
    return backlogView(await this.jobs.unopened(), await this.jobs.backlog());
  }

  @Get('dead')
  @Allow('admin:jobs')
  @Answers(200, deadJobPage)
  async dead(@Query({ schema: deadJobsQuery }) query: z.infer<typeof deadJobsQuery>): Promise<Page<DeadJobView>> {
    const request = this.pages.read({ ...query, count: false }, z.tuple([z.uuid()]));
    const rows = await this.jobs.dead(request.limit + 1, request.key?.[0] ?? null, request.towards);
    return this.pages.of(request, rows, (row) => [row.id], deadJobView);
  }

  @Post('dead/:id/replay')
  @HttpCode(204)
  @Allow('admin:jobs')
  @Answers(204)
  @Refuses('dead_job_unknown')
  async replay(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: replayBody }) { reason }: z.infer<typeof replayBody>,
  ): Promise<void> {
    await this.replayDeadJob.run(id, reason);
  }
}
