import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Refuses, StepUp } from '#platform/http';
import { AppealSuspension, CloseShop, NameGrievanceOfficer, renewalInput, RenewPaper, ShopQuery } from '#sellers';
import { appealBody, closureBody, officerBody, shop, viewOfShop } from './shop.schema.js';

/** The shop the caller acts for, after its approval. @rule SM-1 */
@Controller('v1/seller/shop')
export class ShopController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shops: ShopQuery,
    private readonly renewPaper: RenewPaper,
    private readonly appealSuspension: AppealSuspension,
    private readonly closeShop: CloseShop,
    private readonly nameOfficer: NameGrievanceOfficer,
  ) {}

  @Get()
  @Does('How your shop stands: what it may do, which papers end, which measures hold')
  @Allow('maker:list')
  @Answers(200, shop)
  @Refuses('seller_unknown')
  async mine() {
    return viewOfShop(await this.work.run((tx) => this.shops.own(tx)));
  }

  @Post('renewals')
  @Does('Hand in a licence, certificate or declaration anew; the present one stays until the officer accepts it')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'not_a_shop_yet', 'renewal_waiting', 'renewal_shorter')
  @Refuses('evidence_not_asked', 'evidence_malformed', 'evidence_expired')
  async renew(@Body({ schema: renewalInput }) body: z.infer<typeof renewalInput>) {
    await this.renewPaper.run(body);
    return this.mine();
  }

  @Post('appeals')
  @Does('Appeal against a suspension, once, to the office of your State')
  @Allow('maker:own')
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'nothing_to_appeal', 'appeal_made', 'appeal_too_late')
  async appeal(@Body({ schema: appealBody }) body: z.infer<typeof appealBody>) {
    await this.appealSuspension.run(body.words);
    return this.mine();
  }

  @Put('grievance-officer')
  @Does('Say who answers for complaints in your shop; shoppers read it')
  @Allow('maker:own')
  @Answers(200, shop)
  @Refuses('seller_unknown')
  async officer(@Body({ schema: officerBody }) body: z.infer<typeof officerBody>) {
    await this.nameOfficer.run(body);
    return this.mine();
  }

  @Post('closure')
  @Does('Close the shop for good; refused while something is not finished, and says what')
  @Allow('maker:own')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('seller_unknown', 'illegal_transition', 'shop_has_open_dealings')
  close(@Body({ schema: closureBody }) body: z.infer<typeof closureBody>): Promise<void> {
    return this.closeShop.run(body.reason);
  }
}
