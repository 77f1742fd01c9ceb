import type { FastifyInstance } from 'fastify';

/**
 * Answers probes before the gate and Nest see them: their answer is always the same, depends on nobody, and should cost
 * next to nothing when the process has much to do. A probe that asks in any other way than plainly goes the usual road and
 * is answered, or refused, by its handler.
 */
export function installConstantAnswers(server: FastifyInstance): void {
  const bodies = new Map<string, string>();
  server.addHook('onRoute', ({ method, url, config }) => {
    const { constant } = config?.odop ?? {};
    if (constant !== undefined && method === 'GET') bodies.set(url, JSON.stringify(constant));
  });
  server.addHook('onRequest', ({ raw: { url, method, headers } }, reply, done) => {
    const body = bodies.get(url!);
    if (body === undefined || method !== 'GET' || headers['content-type'] !== undefined) return done();
    void reply.type('application/json; charset=utf-8').send(body);
  });
}
