import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { environment } from '#platform/config';
import { maybeContext } from './context.js';
import { masked } from './mask.js';
import { traceFields } from './trace.js';

/**
 * A log with one JSON line per event and, in it, the request, job or command it belongs to. What is put into it stays
 * inside its field; secrets and personal values are cut out of the finished line, wherever they stand (S-64, S-65, S-70).
 */
export const logTo = (level: string, to?: DestinationStream): Logger =>
  pino({ level, base: undefined, mixin: whose, hooks: { streamWrite: masked } }, to);

export const log = logTo(environment().LOG_LEVEL);

function whose(): object {
  const context = maybeContext();
  return context ? { requestId: context.requestId, operation: context.operation, ...traceFields() } : {};
}

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
