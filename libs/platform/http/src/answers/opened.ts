import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStream, eventStreamType } from '../streams/event-streams.js';
import { Accepted, Created, Public, PublicFile, PublicStream, Versioned } from './envelopes.js';
import { etagOf, etagOfText, isUnchanged } from './etag.js';
import { Page } from './page.js';

/** Turns what a handler returns around its body into headers; 304 to who has it already. @rule STD-1.3 STD-1.4 */
export function opened(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  if (result instanceof Versioned) return tagged(etagOf(result.version), result.body, request, reply);
  if (result instanceof Page) {
    addLink(reply, result.links(request.url));
    return result.body;
  }
  if (result instanceof Created) {
    void reply.header('location', result.location);
    if (result.version !== undefined) void reply.header('etag', etagOf(result.version));
    return result.body;
  }
  if (result instanceof Accepted) {
    void reply.status(202).header('location', `/v1/operations/${result.operationId}`);
    return { operationId: result.operationId };
  }
  if (result instanceof PublicFile) {
    const { maxAge_s, type, content, vary } = result;
    void reply.header('cache-control', `public, max-age=${maxAge_s}`).type(type);
    if (vary !== null) void reply.header('vary', `${vary}, Origin`);
    return tagged(etagOfText(content), content, request, reply);
  }
  if (result instanceof PublicStream) {
    const { maxAge_s, type, tag, write, vary } = result;
    void reply.header('cache-control', `public, max-age=${maxAge_s}`).type(type);
    if (vary !== null) void reply.header('vary', `${vary}, Origin`);
    const isNews = tagged(etagOfText(tag), true, request, reply) === true;
    return isNews && request.method !== 'HEAD' ? Readable.from(write(), { objectMode: false }) : undefined;
  }
  if (result instanceof EventStream) {
    // Proxies that gather answers before they pass them on would keep the news back.
    void reply.type(eventStreamType).header('x-accel-buffering', 'no');
    return result.body;
  }
  if (!(result instanceof Public)) return result;
  const body: unknown = result.body instanceof Page ? result.body.body : result.body;
  if (result.body instanceof Page) addLink(reply, result.body.links(request.url));
  const text = JSON.stringify(body);
  void reply.header('cache-control', `public, max-age=${result.maxAge_s}`).type('application/json; charset=utf-8');
  return tagged(etagOfText(text), text, request, reply);
}

/** Beside a link that is there already, such as the one of an ageing operation. */
function addLink(reply: FastifyReply, links: string): void {
  const there = reply.getHeader('link');
  void reply.header('link', there === undefined ? links : `${String(there)}, ${links}`);
}

/** Only reading may be answered "unchanged"; a change shows the version it has made. */
function tagged(etag: string, body: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  void reply.header('etag', etag);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads || !isUnchanged(request.headers['if-none-match'], etag)) return body;
  void reply.status(304).removeHeader('content-type');
  return undefined;
}
