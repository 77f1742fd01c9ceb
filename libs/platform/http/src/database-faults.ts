import { DomainError } from '#platform/kernel';
import { fail } from './errors.js';

/** SQLSTATE classes and codes after which the same request may well succeed: no connection, shutting down, too busy. */
const passing = /^(08|53|57P0[1-5]|57014|55P03|25P03|40001|40P01)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const words =
  /connection terminated|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error/i;

/**
 * What a database fault means to the caller: 503 when the same request may succeed later, 409 when a unique
 * constraint caught a race, else null (an error of ours). Nothing of the fault itself is passed on. @rule S-75
 */
export function databaseFault(error: unknown): DomainError | null {
  const { code, message } = underneath(error);
  if (code === '23505' || code === '23P01') return fail('conflict');
  if (passing.test(code) || network.has(code) || words.test(message)) return fail('unavailable', { retryAfter_s: 5 });
  return null;
}

/** TypeORM wraps the driver's error; Node wraps several failed connection attempts into one. */
function underneath(error: unknown): { code: string; message: string } {
  const { code, message, driverError, errors } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    driverError?: unknown;
    errors?: unknown;
  };
  if (driverError) return underneath(driverError);
  if (typeof code !== 'string' && Array.isArray(errors) && errors.length > 0) return underneath(errors[0]);
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
