import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '#platform/kernel';
import { opened } from './answers/opened.js';
import { httpConfig } from './config.js';
import { fail } from './errors.js';
import { sendProblem } from './problem.filter.js';
import { problemHeaders, problemJson, problemOf, problemType } from './problem.js';

/** What a handler returns around its body becomes headers. */
class OpeningAdapter extends FastifyAdapter {
  override reply(reply: FastifyReply | ServerResponse, body: unknown, status?: number): FastifyReply {
    return super.reply(reply, 'request' in reply ? opened(body, reply.request, reply) : body, status);
  }
}

/** Fastify with the limits of S-48. Ours are checked in hooks; Node's stand a little above as the last wall. */
export function httpAdapter(): FastifyAdapter {
  const { TRUSTED_PROXIES, REQUEST_TIMEOUT_MS, HEADERS_TIMEOUT_MS } = httpConfig();
  return new OpeningAdapter({
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: TRUSTED_PROXIES.length > 0 ? TRUSTED_PROXIES : false,
    bodyLimit: 1024 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 72_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: 32 * 1024,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS),
      connectionsCheckingInterval: Math.min(1_000, HEADERS_TIMEOUT_MS),
    },
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error: Error, request: unknown, reply: unknown) =>
      sendProblem(request as FastifyRequest, reply as FastifyReply, error),
    clientErrorHandler: answerBrokenRequest,
  });
}

const byParserCode: Record<string, 'headers_too_large' | 'request_timeout'> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Bytes that never became a request still get a problem for an answer, then the connection ends. */
function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const lineUnended = Buffer.isBuffer(error.rawPacket) && !error.rawPacket.includes('\r\n');
  const known = byParserCode[error.code ?? ''] ?? 'request_unreadable';
  const refusal = fail(known === 'headers_too_large' && lineUnended ? 'url_too_long' : known);
  const body = problemJson(problemOf(refusal, newId()));
  const headers = {
    'content-type': problemType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
    ...problemHeaders(refusal),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${refusal.code}\r\n${head.join('')}\r\n${body}`);
}
