import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { environment } from '#platform/config';

/** One JSON line per event; secrets and personal values are cut out wherever they stand (S-70). */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: undefined,
  redact: {
    paths: [
      'password',
      'code',
      'secret',
      'token',
      'authorization',
      'cookie',
      'mobile',
      'email',
      'name',
      'pan',
      'account',
    ].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    censor: '[redacted]',
  },
});

/** Nest's own messages through the same log. */
export class NestLog implements LoggerService {
  log(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    log.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    log.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
}
