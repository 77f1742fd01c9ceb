import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Running {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** The address in a log line. */
  address(of: 'address' | 'inner'): string;
  stop(): Promise<number>;
}

/** Starts a built process as `npm start` does, on this worker's database, and waits for its first sign of life. */
export async function startProcess(app: 'api' | 'worker', env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
    env: { ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', METRICS_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (piece: Buffer) => (text += piece.toString()));
  const started = app === 'api' ? 'api is listening' : 'worker started';
  await until(() => {
    if (child.exitCode !== null) throw new Error(`${app} ended:\n${text}`);
    return text.includes(started);
  });
  const line = JSON.parse(text.split('\n').find((each) => each.includes(started))!) as Record<string, string>;
  return {
    child,
    output: () => text,
    address: (of) => line[of]!,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode ?? -1;
    },
  };
}

export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_200; i++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited a minute in vain');
}

export interface SeenSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  kind: number;
}

/** Takes OTLP over HTTP like a collector and remembers the spans. */
export async function collector(): Promise<{ url: string; spans: SeenSpan[]; close: () => Promise<void> }> {
  const spans: SeenSpan[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const sent = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SeenSpan[] }[] }[] };
      spans.push(...sent.resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => scope.spans)));
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, close };
}
