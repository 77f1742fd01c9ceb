import type { FastifyRequest } from 'fastify';

/** Whether a browser asks: its Accept names HTML, and not JSON before it. */
export function prefersHtml(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  const html = accept.indexOf('text/html');
  const json = accept.search(/application\/(problem\+)?json/);
  return html >= 0 && (json < 0 || html < json);
}
