import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { Answers, Open, fail } from '#platform/http';
import { health } from './health.schema.js';
import { Readiness } from './readiness.js';

const alive = { status: 'ok' } as const;

/** For the supervisor and the load balancer; details are on the inner port only (S-46). */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Open({ ignoresCredentials: true, unlimited: true, constant: alive })
  @Answers(200, health)
  live(): z.infer<typeof health> {
    return alive;
  }

  @Get('ready')
  @Open({ ignoresCredentials: true, unlimited: true })
  @Answers(200, health)
  async ready(): Promise<z.infer<typeof health>> {
    if (!(await this.readiness.isReady())) throw fail('unavailable', { retryAfter_s: 5 });
    return { status: 'ok' };
  }
}
