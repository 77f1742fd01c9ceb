import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CentreParcels, HandOver, KeepParcel, PrintManifest } from '#fulfilment';
import { seeingAll, UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  Does,
  Idempotent,
  Limited,
  OfNobody,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  type PageQuery,
} from '#platform/http';
import { paperFile } from '../seller/sheet-file.js';
import {
  gatheredParcel,
  gatheredQuery,
  listedManifest,
  madeManifest,
  manifestBody,
  viewOfGathered,
  viewOfManifest,
} from './centre.schema.js';

const byId = z.tuple([z.uuid()]);
const id = z.uuid();

/** A collection centre: parcels of makers to whom no courier comes, gathered and handed over together. @rule SM-5 S-42 */
@Controller('v1/centre')
@OfNobody('every statement names the centre the caller acts for')
export class CentreController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly parcels: CentreParcels,
    private readonly keepParcel: KeepParcel,
    private readonly handOver: HandOver,
    private readonly printManifest: PrintManifest,
  ) {}

  @Get('parcels')
  @Does('Parcels that are expected at your centre, or lie there, the oldest first')
  @Allow('centre:parcels')
  @Answers(200, pageOf(gatheredParcel))
  async list(@Query({ schema: gatheredQuery }) { state, ...query }: z.infer<typeof gatheredQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.work.run((tx) => seeingAll(tx, () => this.parcels.page(tx, state, request)));
    return this.pages.of(request, rows, (row) => [row.id], viewOfGathered);
  }

  @Post('parcels/:id/receipt')
  @HttpCode(204)
  @Does('Takes in a parcel its maker has brought')
  @Allow('centre:parcels')
  @Idempotent()
  @Answers(204)
  @Refuses('centre_parcel_not_found', 'illegal_transition')
  takeIn(@Param('id', { schema: id }) parcelId: string): Promise<void> {
    return this.keepParcel.takeIn(parcelId);
  }

  @Post('parcels/:id/return')
  @HttpCode(204)
  @Does('Gives a parcel back to its maker')
  @Allow('centre:parcels')
  @Idempotent()
  @Answers(204)
  @Refuses('centre_parcel_not_found', 'illegal_transition')
  giveBack(@Param('id', { schema: id }) parcelId: string): Promise<void> {
    return this.keepParcel.giveBack(parcelId);
  }

  @Post('manifests')
  @Does('Hands parcels to a carrier, all of a list or none')
  @Allow('centre:parcels')
  @Idempotent()
  @Answers(201, madeManifest)
  @Refuses('centre_parcel_not_found', 'parcels_stay', 'illegal_transition')
  async hand(@Body({ schema: manifestBody }) body: z.infer<typeof manifestBody>) {
    return { id: (await this.handOver.run(body.carrier, body.parcels)).manifestId };
  }

  @Get('manifests')
  @Does('What was handed over together, the newest first')
  @Allow('centre:parcels')
  @Answers(200, pageOf(listedManifest))
  manifests(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(query, (page) => this.work.run((tx) => this.parcels.manifests(tx, page)), viewOfManifest);
  }

  @Get('manifests/:id/paper')
  @Does('The list who fetches the parcels signs, as PDF in English and Hindi')
  @Allow('centre:parcels')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('manifest_not_found')
  async paper(
    @Param('id', { schema: id }) manifestId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return paperFile(reply, `manifest-${manifestId.slice(-12)}`, await this.printManifest.run(manifestId));
  }
}
