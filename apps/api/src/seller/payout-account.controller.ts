import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Limited, Refuses } from '#platform/http';
import { AskPayoutCode, ChangePayoutAccount, PayoutAccountsQuery } from '#sellers';
import { askedOwnCode, payoutAccountBody } from './applications.schema.js';
import { payoutAccount, viewOfPayoutAccount } from './payout-account.schema.js';

/** Where the money of the shop goes that the caller acts for. */
@Controller('v1/seller/payout-account')
export class PayoutAccountController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: PayoutAccountsQuery,
    private readonly changeAccount: ChangePayoutAccount,
    private readonly askCode: AskPayoutCode,
  ) {}

  @Get()
  @Does('The bank account your money goes to, and whether payouts rest')
  @Allow('maker:payouts')
  @Answers(200, payoutAccount)
  @Refuses('seller_unknown')
  async mine() {
    return viewOfPayoutAccount(await this.work.run((tx) => this.accounts.own(tx)));
  }

  @Put()
  @Does('Another bank account: takes a fresh factor of yours, and payouts rest for two days')
  @Allow('maker:payouts')
  @Answers(200, payoutAccount)
  @Refuses('seller_unknown', 'evidence_closed', 'evidence_malformed', 'own_code_needed', 'second_factor_needed')
  @Refuses('owner_changes_account')
  async change(@Body({ schema: payoutAccountBody }) body: z.infer<typeof payoutAccountBody>) {
    await this.changeAccount.run(body);
    return this.mine();
  }

  @Post('codes')
  @Limited('codes')
  @HttpCode(202)
  @Allow('maker:payouts')
  @Does('In assisted mode: sends the maker a code for the other account her money is to go to')
  @Answers(202, askedOwnCode)
  @Refuses('seller_unknown', 'evidence_malformed', 'delegation_not_found', 'too_many_codes')
  askPayoutCode(@Body({ schema: payoutAccountBody }) body: z.infer<typeof payoutAccountBody>) {
    return this.askCode.ownShop({ kind: 'bank_account', ...body });
  }
}
