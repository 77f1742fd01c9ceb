import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { LateParcelsQuery } from '#fulfilment';
import { ComplaintsQuery } from '#grievances';
import { SentMessagesQuery } from '#notifications';
import { LateOrdersQuery } from '#orders';
import { LateMoneyQuery } from '#payments';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, Does, OfNobody } from '#platform/http';
import { JobsQuery } from '#platform/queue';
import { hoursAfter } from '#platform/time';
import { latePage, lateQuery, type Late } from './late.schema.js';
import {
  lateBack,
  lateComplaint,
  lateJob,
  lateMessage,
  lateOrder,
  lateOut,
  latePaper,
  latePayout,
  lateRefund,
} from './late.view.js';
import { lateAbouts, lateOwners, type LateAbout } from './late-words.js';

/** A clock of a complaint that strikes within a day is pressing. */
const pressing_hours = 24;
/** Work that takes longer, in real time, is late: a job asks a provider for an hour at most. */
const undone_hours = 1;
const printing = ['tax.print-document', 'tax.print-certificate'];

/** The operator's page in business words: what is late, for whom, why, since when, and what to do next. */
@Controller('v1/admin/late')
@OfNobody('the operator looks after what waits in every shop')
export class LateController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: LateOrdersQuery,
    private readonly parcels: LateParcelsQuery,
    private readonly money: LateMoneyQuery,
    private readonly complaints: ComplaintsQuery,
    private readonly messages: SentMessagesQuery,
    private readonly jobs: JobsQuery,
  ) {}

  @Get()
  @Does('What is late, for whom and why, and what to do next')
  @Allow('admin:jobs')
  @Answers(200, latePage)
  page(@Query({ schema: lateQuery }) { about, limit }: z.infer<typeof lateQuery>): Promise<z.input<typeof latePage>> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const groups = [];
        for (const one of about === undefined ? lateAbouts : [about]) {
          const found = await this.read(tx, one, limit + 1);
          groups.push({
            about: one,
            owner: lateOwners[one],
            more: found.length > limit,
            items: found.slice(0, limit),
          });
        }
        return { at: tx.now.toISOString(), groups };
      }),
    );
  }

  /** One question each, to the module it belongs to. */
  private async read(tx: Tx, about: LateAbout, limit: number): Promise<Late[]> {
    const before = hoursAfter(new Date(), -undone_hours);
    switch (about) {
      case 'orders':
        return (await this.orders.page(tx, limit)).map(lateOrder);
      case 'parcels':
        return (await this.parcels.out(tx, limit)).map(lateOut);
      case 'returns':
        return (await this.parcels.back(tx, limit)).map(lateBack);
      case 'refunds':
        return (await this.money.refunds(tx, limit)).map(lateRefund);
      case 'payouts':
        return (await this.money.payouts(tx, limit)).map(latePayout);
      case 'complaints':
        return (await this.complaints.pressing(tx, hoursAfter(tx.now, pressing_hours), limit)).map(lateComplaint);
      case 'messages':
        return (await this.messages.undelivered(tx, limit)).map(lateMessage);
      case 'papers':
        return (await this.jobs.late(before, limit, { only: printing })).map(latePaper);
      case 'jobs':
        return (await this.jobs.late(before, limit, { except: printing })).map(lateJob);
    }
  }
}
