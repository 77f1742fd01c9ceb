import { Body, Controller, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Answers, created, Idempotent, Refuses, StepUp } from '#platform/http';
import { PlaceDirectPurchase } from '#procurement';
import { officeContractView, purchaseBody, viewForOffice } from './contracts.schema.js';

@Controller('v1/government/direct-purchases')
export class DirectPurchasesController {
  constructor(private readonly placeDirectPurchase: PlaceDirectPurchase) {}

  /** Buys from one seller without comparing prices, up to the ceiling of the day; the contract is issued at once. */
  @Post()
  @Allow('gov:order')
  @StepUp()
  @Idempotent({ outside: true })
  @Answers(201, officeContractView)
  @Refuses(
    'acts_without_office',
    'acts_not_separate',
    'duties_not_separate',
    'demand_not_found',
    'offer_not_for_sale',
    'offer_not_available',
    'delivery_too_slow',
    'funds_too_small',
    'mode_not_allowed',
    'split_warning',
    'split_block',
    'out_of_stock',
    'illegal_transition',
  )
  async place(@Body({ schema: purchaseBody }) body: z.infer<typeof purchaseBody>) {
    const contract = await this.placeDirectPurchase.run(body);
    return created(`/v1/government/contracts/${contract.id}`, viewForOffice(contract), contract.version);
  }
}
