import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { environment } from '#platform/config';
import { maskAadhaar, maskCardNumbers } from '#platform/identifiers';

/** Twelve digits or more, with or without separators: only such texts are looked at closely. */
const longNumber = /\d(?:[ -]?\d){11}/;
const jsonText = /"(?:[^"\\]|\\.)*"/g;
const uuidText = /^"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/;

/** Texts of a line without the numbers that are never kept; its own numbers and ids stay as they are. */
const masked = (line: string): string =>
  line.replace(jsonText, (text) =>
    longNumber.test(text) && !uuidText.test(text) ? maskCardNumbers(maskAadhaar(text)) : text,
  );

/** One JSON line per event; secrets and personal values are cut out wherever they stand (S-64, S-65, S-70). */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: undefined,
  hooks: {
    streamWrite: (line) => (longNumber.test(line) ? masked(line) : line),
  },
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
