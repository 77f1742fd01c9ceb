import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, Idempotent, Of, Refuses, StepUp } from '#platform/http';
import { Acceptances, JudgeGoods, ReceiveGoods } from '#procurement';
import { acceptanceView, certificateBody, viewOfAcceptance } from './contracts.schema.js';

@Controller('v1/government/acceptances')
@Of(Acceptances, (acceptances, tx, shipmentId) => acceptances.lock(tx, shipmentId))
export class AcceptancesController {
  constructor(
    private readonly receiveGoods: ReceiveGoods,
    private readonly judgeGoods: JudgeGoods,
  ) {}

  /** Provisional receipt certificate: the goods are here. It fixes date and quantity, not quality. */
  @Post(':shipmentId/receipt')
  @HttpCode(200)
  @Allow('gov:receive')
  @StepUp()
  @Idempotent()
  @Answers(200, acceptanceView)
  @Refuses('acts_without_office', 'delivery_not_found', 'duties_not_separate', 'time_is_over', 'illegal_transition')
  async receive(@Param('shipmentId', { schema: z.uuid() }) shipmentId: string) {
    return viewOfAcceptance(await this.receiveGoods.run(shipmentId));
  }

  /** Receipt and acceptance certificate: how many pieces are accepted, rejected, missing, and why. */
  @Post(':shipmentId/certificate')
  @HttpCode(200)
  @Allow('gov:receive')
  @StepUp()
  @Idempotent()
  @Answers(200, acceptanceView)
  @Refuses(
    'acts_without_office',
    'delivery_not_found',
    'duties_not_separate',
    'time_is_over',
    'certificate_does_not_add_up',
    'reason_needed',
    'illegal_transition',
  )
  async judge(
    @Param('shipmentId', { schema: z.uuid() }) shipmentId: string,
    @Body({ schema: certificateBody }) body: z.infer<typeof certificateBody>,
  ) {
    const { reason, ...counted } = body;
    return viewOfAcceptance(await this.judgeGoods.run(shipmentId, counted, reason));
  }
}
