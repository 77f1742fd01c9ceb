import { Counter } from 'prom-client';
import { z } from 'zod';
import { fetchOutside, log, metrics } from '#platform/observability';
import { registriesConfig } from '../config.js';
import { RegisterRefusesUs, RegisterUnreachable } from '../ports/register-unreachable.js';
import { RegisterLine } from './register-line.js';

const refusals = new Counter({
  name: 'odop_register_refusals_total',
  help: 'Our own requests a register refused (4xx, not found left out): an operator has to look, asking again mends nothing',
  labelNames: ['register', 'status'],
  registers: [metrics],
});

/** They are busy, not we wrong: as good as silence. */
const busy: ReadonlySet<number> = new Set([408, 425, 429]);

/** One line per register: that one fails says nothing of the others. */
const lines = new Map<string, RegisterLine>();

function lineTo(register: string): RegisterLine {
  const line = lines.get(register) ?? new RegisterLine(register);
  lines.set(register, line);
  return line;
}

/**
 * One call to the registries service.
 * @returns null for 404: the register does not know
 * @throws RegisterUnreachable for anything but an answer we understand, RegisterRefusesUs among it when our request was
 *   the fault: logged and counted for an operator, and no reason to leave the register alone
 * @rule SM-1 S-72
 */
export function askRegistries<T>(
  answer: z.ZodType<T>,
  path: string,
  body?: { json: unknown; idempotencyKey?: string },
): Promise<T | null> {
  const register = path.split(/[/?]/)[1] ?? path;
  return lineTo(register).ask((signal) => call(register, answer, path, body, signal));
}

async function call<T>(
  register: string,
  answer: z.ZodType<T>,
  path: string,
  body: { json: unknown; idempotencyKey?: string } | undefined,
  signal: AbortSignal,
): Promise<T | null> {
  const { REGISTRIES_URL, REGISTRIES_KEY } = registriesConfig();
  try {
    const response = await fetchOutside('registries', `ask ${register}`, `${REGISTRIES_URL}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${REGISTRIES_KEY}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(body?.idempotencyKey === undefined ? {} : { 'idempotency-key': body.idempotencyKey }),
      },
      body: body ? JSON.stringify(body.json) : null,
      redirect: 'error',
      signal,
    });
    if (response.status === 404) return null;
    if (isOurFault(response.status)) throw refused(register, response.status);
    if (!response.ok) throw new RegisterUnreachable(register, `status ${response.status}`);
    return answer.parse(await response.json());
  } catch (error) {
    if (error instanceof RegisterUnreachable) throw error;
    throw new RegisterUnreachable(register, error instanceof z.ZodError ? 'its answer is unclear' : 'no answer');
  }
}

const isOurFault = (status: number): boolean => status >= 400 && status < 500 && !busy.has(status);

function refused(register: string, status: number): RegisterRefusesUs {
  refusals.inc({ register, status: String(status) });
  log.error({ register, status }, 'a register refused our request');
  return new RegisterRefusesUs(register, status);
}
