import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, Does, Operations } from '#platform/http';
import { operation } from './operations.schema.js';

@Controller('v1/operations')
export class OperationsController {
  constructor(private readonly operations: Operations) {}

  @Get(':id')
  @Allow('self')
  @Does('How far long work has come that you or your organisation started')
  @Answers(200, operation)
  async one(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof operation>> {
    const { started_at, ended_at, ...rest } = await this.operations.byId(id);
    return { ...rest, startedAt: started_at.toISOString(), endedAt: ended_at?.toISOString() ?? null };
  }
}
