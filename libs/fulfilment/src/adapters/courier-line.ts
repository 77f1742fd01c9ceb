import { circuitBreaker, ConsecutiveBreaker, handleAll } from 'cockatiel';
import { fetchOutside } from '#platform/observability';

/** A courier that says nothing for so long is not waited for. */
const timeout_ms = 10_000;
/** Failures in a row after which a courier is left alone for a while; then one call tries again. */
const failuresToRest = 5;
const rests_ms = 30_000;

/**
 * The line to one courier: a time limit for each call, and a breaker that leaves a failing one alone for a while, so that its
 * jobs hold up nobody else's. The queue asks again, not this. An answer below 500 says that the courier is well.
 * @rule S-19
 */
export class CourierLine {
  private readonly breaker = circuitBreaker(handleAll, {
    halfOpenAfter: rests_ms,
    breaker: new ConsecutiveBreaker(failuresToRest),
  });

  /** @param access  where it is and the key we show it, read for each call */
  constructor(
    private readonly courier: string,
    private readonly access: () => { url: string; key: string },
  ) {}

  /** @throws Error when it is away, or left alone */
  post(what: string, path: string, body: object): Promise<Response> {
    return this.call(what, path, { method: 'POST', body: JSON.stringify(body) });
  }

  /** @throws Error when it is away, left alone, or says no */
  async get(what: string, path: string): Promise<Response> {
    const answer = await this.call(what, path, {});
    if (!answer.ok) throw this.refused(answer, what);
    return answer;
  }

  /** What is thrown for an answer that nothing is made of. */
  refused(answer: Response, what: string): Error {
    return new Error(`${this.courier} answered ${answer.status} to: ${what}`);
  }

  private call(what: string, path: string, init: Pick<RequestInit, 'method' | 'body'>): Promise<Response> {
    return this.breaker.execute(async () => {
      const { url, key } = this.access();
      const answer = await fetchOutside(this.courier, what, url + path, {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...(init.body && { 'content-type': 'application/json' }) },
        redirect: 'error',
        signal: AbortSignal.timeout(timeout_ms),
      });
      if (answer.status >= 500) throw this.refused(answer, what);
      return answer;
    });
  }
}
