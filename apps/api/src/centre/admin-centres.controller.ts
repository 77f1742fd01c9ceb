import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { CentreParcels } from '#fulfilment';
import { OrganisationsQuery } from '#identity';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, fail, OfNobody, Refuses, StepUp } from '#platform/http';
import { centreBody } from './centre.schema.js';

/** Where collection centres are. Their organisation is entered before, as an office; keepers have a role in it. @rule SM-5 */
@Controller('v1/admin/collection-centres')
@OfNobody('platform administrators enter centres everywhere')
export class AdminCentresController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsQuery,
    private readonly parcels: CentreParcels,
  ) {}

  @Put(':id')
  @HttpCode(204)
  @Does('Says where a collection centre is, and whether it takes parcels')
  @Allow('admin:users')
  @StepUp()
  @Answers(204)
  @Refuses('not_found')
  enter(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: centreBody }) { isOpen, ...body }: z.infer<typeof centreBody>,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      if ((await this.organisations.inside(tx, id))?.kind !== 'collection_centre') throw fail('not_found');
      await this.parcels.enter(tx, { id, ...body, is_open: isOpen });
    });
  }
}
