import { z } from 'zod';
import { fetchOutside } from '#platform/observability';
import { registriesConfig } from '../config.js';
import { RegisterUnreachable } from '../ports/register-unreachable.js';

/** A register that says nothing for this long is not asked any longer. */
const patience_ms = 10_000;

/**
 * One call to the registries service.
 * @returns null for 404: the register does not know
 * @throws RegisterUnreachable for anything but an answer we understand
 */
export async function askRegistries<T>(
  answer: z.ZodType<T>,
  path: string,
  body?: { json: unknown; idempotencyKey: string },
): Promise<T | null> {
  const { REGISTRIES_URL, REGISTRIES_KEY } = registriesConfig();
  const register = path.split('/')[1] ?? path;
  try {
    const response = await fetchOutside('registries', `ask ${register}`, `${REGISTRIES_URL}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${REGISTRIES_KEY}`,
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': body.idempotencyKey } : {}),
      },
      body: body ? JSON.stringify(body.json) : null,
      redirect: 'error',
      signal: AbortSignal.timeout(patience_ms),
    });
    if (response.status === 404) return null;
    if (!response.ok) throw new RegisterUnreachable(register, `status ${response.status}`);
    return answer.parse(await response.json());
  } catch (error) {
    if (error instanceof RegisterUnreachable) throw error;
    throw new RegisterUnreachable(register, error instanceof z.ZodError ? 'its answer is unclear' : 'no answer');
  }
}
