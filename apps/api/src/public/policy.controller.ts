import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Open, publicly, type Page, type Public } from '#platform/http';
import { PolicyPages } from './policy-pages.js';
import { parameterPage, parametersQuery, type ParametersQuery, type ParameterView } from './policy.schema.js';

/** Anybody may read which numbers bind whom, today and on any day. */
@Controller('v1/public/policy/parameters')
export class PublicPolicyController {
  constructor(private readonly pages: PolicyPages) {}

  @Get()
  @Open()
  @Answers(200, parameterPage)
  async list(@Query({ schema: parametersQuery }) query: ParametersQuery): Promise<Public<Page<ParameterView>>> {
    return publicly(60, await this.pages.inForce(query));
  }
}
