import { Histogram } from 'prom-client';
import { metrics } from './metrics.js';
import { traced, traceHeaders } from './trace.js';
import { isTransactionOpen } from './transaction-open.js';

const seconds = new Histogram({
  name: 'odop_outside_seconds',
  help: 'Time of calls to services of others, by service and outcome: answered, refused (4xx), failed',
  labelNames: ['service', 'outcome'],
  buckets: [0.1, 0.5, 2, 10],
  registers: [metrics],
});

/**
 * A call beyond our walls, measured and traced.
 * @param service  a name of ours: `stripe`, `bank`, `courier`
 * @param what     what is asked for, in words; no ids
 * @param refused  whether an error is their answer "no": the service is well then
 * @throws a wiring fault inside a transaction: rows would wait for somebody else's server, and a repeat would call twice
 * @rule S-11
 */
export function callOutside<T>(
  service: string,
  what: string,
  call: () => Promise<T>,
  refused: (error: unknown) => boolean = () => false,
): Promise<T> {
  if (isTransactionOpen()) throw new Error(`${service} is not asked inside a transaction: claim, call, settle`);
  return callOurs(service, what, call, refused);
}

/**
 * The same for a server of our own beyond this process, as the object store: what a row speaks of may be read while the row
 * is held.
 */
export function callOurs<T>(
  service: string,
  what: string,
  call: () => Promise<T>,
  refused: (error: unknown) => boolean = () => false,
): Promise<T> {
  return traced('outside', `${service}: ${what}`, { 'peer.service': service }, async () => {
    const measured = seconds.startTimer({ service });
    try {
      const answer = await call();
      measured({ outcome: outcomeOf(answer) });
      return answer;
    } catch (error) {
      measured({ outcome: refused(error) ? 'refused' : 'failed' });
      throw error;
    }
  });
}

/** `fetch` to a service of others: measured, traced, and with our `traceparent` in its headers. */
export const fetchOutside = (
  service: string,
  what: string,
  url: string,
  init: RequestInit & { headers: Record<string, string> },
): Promise<Response> =>
  callOutside(service, what, () => fetch(url, { ...init, headers: { ...init.headers, ...traceHeaders() } }));

function outcomeOf(answer: unknown): string {
  const status = answer instanceof Response ? answer.status : 200;
  if (status < 400) return 'answered';
  return status < 500 ? 'refused' : 'failed';
}
