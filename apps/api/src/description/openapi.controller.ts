import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Answers, ApiDescription, Does, Open, publicly } from '#platform/http';

const document = z.record(z.string(), z.unknown());

/** What this service can do, for programs. */
@Controller()
export class OpenapiController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @Open({ ignoresCredentials: true })
  @Does('The OpenAPI 3.1 document of exactly these operations')
  @Answers(200, document)
  read() {
    return publicly(60, this.description.document);
  }
}
