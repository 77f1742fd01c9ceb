import type { FastifyInstance, FastifyRequest } from 'fastify';
import { digestFault } from './content-digest.js';
import type { FieldError } from '#platform/kernel';
import { fail } from './errors.js';
import { unsafeParts } from './text-checks.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, for signatures over raw bytes. */
    rawBody?: Buffer;
    /** What is wrong with it whatever its schema; told once the route has looked whose things it is about (S-42). */
    bodyFaults?: FieldError[];
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON and merge patches are the only bodies, but for routes that declare with @Takes which bytes they want. */
export function installBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addHook('onRoute', (route) => {
    const takes = route.config?.odop?.takes;
    if (takes) route.bodyLimit = takes.bytes_max;
  });
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    request.rawBody = body;
    const isTaken = request.routeOptions.config.odop?.takes !== undefined;
    done(isTaken ? digestFault(request.headers['content-digest'], body) : fail('unsupported_media_type'));
  });
  server.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      request.rawBody = body;
      const fault = digestFault(request.headers['content-digest'], body);
      if (fault) return done(fault);
      try {
        const value = parseJson(body);
        request.bodyFaults = unsafeParts(value);
        done(null, value);
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** An empty body is no body: many clients send the content type with every request. */
function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw fail('body_unreadable', { why: 'it is not JSON in UTF-8' });
  }
}
