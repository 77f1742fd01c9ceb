import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type FaultSwitch } from './fault-switch.js';
import { parseForm } from './form-body.js';

/** One call to a simulator, its body already read as JSON or as a form. */
export interface Call {
  route: string;
  /** As it was asked for: path and query, not decoded. */
  method: string;
  url: string;
  params: Record<string, string>;
  query: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** The body as it came. */
  bytes: Buffer;
}

/** What was sent as text; anything else counts as nothing. */
export const textOf = (sent: unknown): string => (typeof sent === 'string' ? sent : '');

export interface Answer {
  status: number;
  /** JSON unless `contentType` says otherwise; bytes go out as they are. */
  body: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** The connection is cut after so many bytes of the body. */
  cutAfter?: number;
}

export type Handler = (call: Call) => Answer | Promise<Answer>;

/** A no with its status, thrown from anywhere inside a handler. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}

/** Plain refusals of the simulators that have no foreign error format to imitate. */
export const refuse = (status: number, code: string, message: string): Refusal =>
  new Refusal({ status, body: { error: { code, message } } });

/** The value, checked. @throws Refusal 400 that names what is wrong */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw refuse(400, 'bad_request', z.prettifyError(result.error));
  return result.data;
}

export const ok = (body: unknown, status = 200): Answer => ({ status, body });

/** A simulated party: its routes ('POST /payouts/:id'), its faults, and who may call. */
export interface SimulatedService {
  name: string;
  faults: FaultSwitch;
  routes: Record<string, Handler>;
  /** Throws a `Refusal` when the caller shows no valid key. Not asked for `/_control` and for pages. */
  admit(call: Call): void;
  /** What `GET /_control` shows. */
  state(): unknown;
  stop(): Promise<void>;
}

const faultBody = z.strictObject({
  kind: z.string(),
  route: z.string().optional(),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
  delay_ms: z.int().min(0).max(600_000).optional(),
  status: z.int().min(400).max(599).optional(),
  value: z.number().optional(),
});

const bodyLimit_bytes = 1_048_576;
const fileLimit_bytes = 16_777_216;

/** The little server beneath every simulator: one service at the root, others under a prefix. Loopback only. */
export class SimulatedHttp {
  private readonly mounts: { prefix: string; service: SimulatedService; routes: CompiledRoute[] }[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));
  /** How often each route was called, refused calls included: 'payment-provider POST /v1/refunds' → 2. */
  readonly calls = new Map<string, number>();

  /** @param prefix '' or '/bank' */
  mount(prefix: string, service: SimulatedService): this {
    const all = { ...service.routes, ...controlRoutes(service) };
    this.mounts.push({
      prefix,
      service,
      routes: Object.entries(all).map(([route, handler]) => compile(route, handler)),
    });
    this.mounts.sort((a, b) => b.prefix.length - a.prefix.length);
    return this;
  }

  /** @param port 0: any free one */
  async start(port = 0): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await Promise.all(this.mounts.map((mount) => mount.service.stop()));
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const answer = await this.answer(request);
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'silence') send(response, answer);
    } catch (error) {
      if (!response.headersSent) send(response, refusalOf(error));
    }
  }

  private async answer(request: IncomingMessage): Promise<Answer | 'cut' | 'silence'> {
    const url = new URL(request.url ?? '/', 'http://simulated');
    const mount = this.mounts.find((m) => m.prefix === '' || url.pathname.startsWith(`${m.prefix}/`));
    if (mount === undefined) throw refuse(404, 'no_such_service', url.pathname);
    const found = match(mount.routes, request.method ?? 'GET', url.pathname.slice(mount.prefix.length));
    const { service } = mount;
    if (found === null) throw refuse(404, 'no_such_route', `${request.method} ${url.pathname}`);
    const { route, params } = found;
    const contentType = request.headers['content-type'] ?? '';
    const isFile = /^(application\/octet-stream|multipart\/form-data|image\/)/.test(contentType);
    const bytes = await readAll(request, isFile ? fileLimit_bytes : bodyLimit_bytes);
    const call: Call = {
      route: route.name,
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      params,
      query: parseForm(url.searchParams),
      headers: request.headers,
      body: isFile ? {} : parseBody(contentType, bytes.toString('utf8')),
      bytes,
    };
    if (route.free) return route.handler(call);
    const counter = `${service.name} ${route.name}`;
    this.calls.set(counter, (this.calls.get(counter) ?? 0) + 1);
    service.admit(call);
    return playFaults(service.faults, route, call);
  }
}

/** The faults stand around the work, so that "the money moved and nobody answered" is one switch. */
async function playFaults(faults: FaultSwitch, route: CompiledRoute, call: Call): Promise<Answer | 'cut' | 'silence'> {
  const take = (kind: string) => faults.take(kind, route.name);
  const slow = take('slow');
  if (slow !== null) await sleep(slow.delay_ms ?? 1_000, undefined, { ref: false });
  if (take('hang') !== null) return 'silence';
  if (take('drop_before') !== null) return 'cut';
  const before = take('error_before');
  if (before !== null) throw refuse(before.status ?? 500, 'simulated_fault', 'Simulated fault; nothing was done.');
  const answer = await route.handler(call);
  const slowAnswer = take('slow_answer');
  if (slowAnswer !== null) await sleep(slowAnswer.delay_ms ?? 1_000, undefined, { ref: false });
  if (take('drop_after') !== null) return 'cut';
  const after = take('error_after');
  if (after !== null) throw refuse(after.status ?? 500, 'simulated_fault', 'Simulated fault; the work was done.');
  return answer;
}

/** The switchboard each simulator has: look at it, set a fault, clear faults. */
function controlRoutes(service: SimulatedService): Record<string, Handler> {
  return {
    'GET /_control': () => ok({ service: service.name, faults: service.faults.list(), state: service.state() }),
    'POST /_control/faults': (call) => {
      const fault = checked(faultBody, call.body);
      try {
        service.faults.set(fault);
      } catch (error) {
        throw refuse(400, 'unknown_fault', String(error));
      }
      return ok({ faults: service.faults.list() });
    },
    'DELETE /_control/faults': () => {
      service.faults.clear();
      return ok({ faults: [] });
    },
  };
}

interface CompiledRoute {
  name: string;
  method: string;
  pattern: RegExp;
  handler: Handler;
  /** Control and pages: no key asked, no fault played. */
  free: boolean;
}

function compile(name: string, handler: Handler): CompiledRoute {
  const [method = '', path = ''] = name.split(' ');
  const pattern = new RegExp(
    `^${path.replace(/:([a-z]+)(\*?)/gi, (_, word: string, rest: string) => `(?<${word}>${rest ? '.+' : '[^/]+'})`)}$`,
  );
  return { name, method, pattern, handler, free: /^\/(_control|pay)(\/|$)/.test(path) };
}

function match(routes: CompiledRoute[], method: string, path: string) {
  for (const route of routes) {
    const hit = route.method === method ? route.pattern.exec(path) : null;
    if (hit === null) continue;
    const params = Object.entries(hit.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { route, params: Object.fromEntries(params) as Record<string, string> };
  }
  return null;
}

async function readAll(request: IncomingMessage, limit_bytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit_bytes) throw refuse(413, 'too_large', 'The body is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parseBody(contentType: string, text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    if (!contentType.includes('json')) return parseForm(new URLSearchParams(text));
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch (error) {
    throw refuse(400, 'unreadable_body', String(error));
  }
  throw refuse(400, 'unreadable_body', 'A JSON object is expected.');
}

function refusalOf(error: unknown): Answer {
  if (error instanceof Refusal) return error.answer;
  return { status: 500, body: { error: { code: 'simulator_broke', message: String(error) } } };
}

function send(response: ServerResponse, answer: Answer): void {
  const { body, contentType, cutAfter } = answer;
  const text = contentType === undefined ? JSON.stringify(body) : Buffer.isBuffer(body) ? body : String(body);
  response.writeHead(answer.status, {
    'content-type': contentType ?? 'application/json',
    'content-length': Buffer.byteLength(text),
    ...answer.headers,
  });
  if (cutAfter === undefined) response.end(text);
  else response.write(Buffer.from(text).subarray(0, cutAfter), () => response.destroy());
}
