import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import request from 'supertest';

const main = 'dist/apps/api/src/main.js';

interface Run {
  child: ChildProcess;
  stderr: () => string;
  exit: Promise<number | null>;
}

/** The api as its launcher runs it, with an ipc channel. */
function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, HOST: '127.0.0.1', METRICS_PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, stderr: () => text, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

/** Resolves when the api says that it listens. */
const listening = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('api is listening')) resolve();
    });
  });

async function takenPort(): Promise<{ server: Server; port: string }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: String((server.address() as AddressInfo).port) };
}

/** A request whose head the api has taken and whose body is still to come. */
function begin(port: string): { begun: Promise<unknown>; finish: (body: string) => Promise<number | undefined> } {
  const headers = { 'content-type': 'application/json', expect: '100-continue', 'content-length': 8 };
  const sent = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/v1/auth/sessions', headers });
  sent.flushHeaders();
  sent.on('error', () => {}); // who waits for an answer hears of it
  const finish = async (body: string): Promise<number | undefined> => {
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  return { begun: once(sent, 'continue'), finish };
}

/** Resolves when the api says that it is stopping, or is not to be reached any more. */
async function stopped(ask: () => Promise<{ status: number }>): Promise<void> {
  for (;;) {
    const status = await ask().then(
      (answer) => answer.status,
      () => 'away',
    );
    if (status !== 200) return;
  }
}

describe('the api process', () => {
  test('S-62 wrong settings stop the start, each named, none shown', async () => {
    const { stderr, exit } = run({ PORT: 'hunter2', DATABASE_POOL_MAX: 'hunter2', RATE_LIMITS: 'hunter2' });
    expect(await exit).toBe(78);
    const lines = stderr().trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const name of ['PORT', 'DATABASE_POOL_MAX', 'RATE_LIMITS']) {
      expect(lines.some((line) => line.startsWith(`Setting ${name} `))).toBe(true);
    }
    expect(stderr()).not.toContain('hunter2');
  });

  test('a taken port is one plain sentence', async () => {
    const { server, port } = await takenPort();
    const { stderr, exit } = run({ PORT: port });
    expect(await exit).toBe(1);
    expect(stderr()).toBe(`Port ${port} is taken by another program: stop it, or set PORT to a free one.\n`);
    server.close();
  });

  test('S-17 SIGTERM: what is under way is finished, then it is gone', async () => {
    const { server, port } = await takenPort();
    await new Promise((resolve) => server.close(resolve));
    const { child, exit } = run({ PORT: port, STOP_GRACE_MS: '1000' });
    await listening(child);
    const ask = async () => request(`http://127.0.0.1:${port}`).get('/health/ready');
    // Its answer "go on" proves that the api has begun with a request; the body follows after the word to stop.
    const underWay = Array.from({ length: 20 }, () => begin(port));
    await Promise.all(underWay.map(({ begun }) => begun));
    child.kill('SIGTERM');
    await stopped(ask);
    for (const { finish } of underWay) expect(await finish('not json')).toBe(400);
    expect(await exit).toBe(0);
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
  });

  test('the end of its launcher is its own end, also while somebody holds a request open', async () => {
    const { server, port } = await takenPort();
    await new Promise((resolve) => server.close(resolve));
    const { child, exit } = run({ PORT: port, STOP_GRACE_MS: '1000' });
    await listening(child);
    const held = begin(port);
    await held.begun;
    child.disconnect();
    expect([0, 1]).toContain(await exit);
    await expect(request(`http://127.0.0.1:${port}`).get('/health/ready')).rejects.toThrow('ECONNREFUSED');
  });
});
