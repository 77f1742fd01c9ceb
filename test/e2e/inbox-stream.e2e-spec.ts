import { get, type IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EndSession, PasswordChanged } from '#identity';
import { Compose } from '#notifications';
import { Draining } from '#platform/http';
import { newId } from '#platform/kernel';
import { runAsSystem, runInContext } from '#platform/observability';
import { createApi } from '../../apps/api/src/create-api.js';
import { identityActors, type SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';

interface Told {
  event: string;
  id: string;
  data: { text?: string; unread?: number };
}

/** A stream of events, read as it comes. */
class Line {
  readonly told: Told[] = [];
  beats = 0;
  readonly ended: Promise<void>;
  private rest = '';

  private constructor(private readonly answer: IncomingMessage) {
    this.ended = new Promise((resolve) => answer.once('close', resolve));
    answer.setEncoding('utf8').on('data', (text: string) => {
      const blocks = (this.rest + text).split('\n\n');
      this.rest = blocks.pop()!;
      for (const block of blocks) this.take(block);
    });
    answer.on('error', () => undefined);
  }

  static async open(url: string, headers: Record<string, string>): Promise<Line> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers } }, resolve).once('error', reject);
    });
    if (answer.headers['content-type'] !== 'text/event-stream') throw new Error(`answered ${answer.statusCode}`);
    return new Line(answer);
  }

  close(): Promise<void> {
    this.answer.destroy();
    return this.ended;
  }

  /** Waits until it has told what is wanted. */
  async has(wanted: (told: Told[]) => boolean): Promise<void> {
    while (!wanted(this.told)) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  private take(block: string): void {
    if (block.startsWith(': ')) this.beats += 1;
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
    const [event, id, data] = ['event', 'id', 'data'].map((name) => fields.get(name));
    if (event) this.told.push({ event, id: id!, data: JSON.parse(data!) as Told['data'] });
  }
}

const messages = (told: Told[]): string[] =>
  told.filter(({ event }) => event === 'message').map(({ data }) => /\d+ November/.exec(data.text!)![0]);

describe('an inbox followed as it grows', () => {
  // The writing process and the following ones share nothing but the database.
  const apis: NestFastifyApplication[] = [];
  let urls: string[];
  const open = async (): Promise<NestFastifyApplication> => {
    const app = await createApi();
    await app.listen(0, '127.0.0.1');
    apis.push(app);
    return app;
  };
  const person = (): Promise<SignedInPerson> => identityActors(apis[0]!).shopper();
  const tell = (personId: string, day: number) =>
    runAsSystem('test', newId(), () =>
      apis[0]!.get(Compose, { strict: false }).run({
        id: newId(),
        name: PasswordChanged.name,
        at: new Date(Date.UTC(2026, 10, day, 8, 35)),
        payload: { personId },
      }),
    );
  const follow = ({ headers }: SignedInPerson, after?: string, api = 1) =>
    Line.open(`${urls[api]}/v1/auth/messages/events`, {
      ...headers,
      ...(after === undefined ? {} : { 'last-event-id': after }),
    });
  const problem = async (headers: Record<string, string>) => {
    const response = await fetch(`${urls[1]}/v1/auth/messages/events`, { headers });
    return { status: response.status, ...((await response.json()) as { code: string }) };
  };

  beforeAll(async () => {
    process.env.INBOX_HEARTBEAT_MS = '300';
    for (let i = 0; i < 2; i++) await open();
    urls = await Promise.all(apis.map((app) => app.getUrl()));
  });
  afterAll(() => Promise.all(apis.map((app) => app.close())));

  test('S-43 what another process writes comes at once, to its reader and to nobody else', async () => {
    const [asha, other] = [await person(), await person()];
    await tell(asha.personId, 1);
    const [hers, others] = [await follow(asha), await follow(other)];
    await hers.has((told) => told.length === 1);
    expect(hers.told).toEqual([{ event: 'unread', id: '1', data: { unread: 1 } }]);
    await tell(asha.personId, 2);
    await hers.has((told) => told.length === 3);
    expect(hers.told.slice(1)).toMatchObject([
      { event: 'message', id: '2', data: { event: 'identity.password_changed', readAt: null } },
      { event: 'unread', id: '2', data: { unread: 2 } },
    ]);
    const seen = { upTo: (hers.told[1]!.data as { id: string }).id };
    await fetch(`${urls[0]}/v1/auth/messages/read`, {
      method: 'POST',
      headers: { ...asha.headers, 'content-type': 'application/json' },
      body: JSON.stringify(seen),
    });
    await hers.has((told) => told.length === 4);
    expect(hers.told[3]).toEqual({ event: 'unread', id: '2', data: { unread: 0 } });
    expect(others.told).toEqual([{ event: 'unread', id: '0', data: { unread: 0 } }]);
    await Promise.all([hers.close(), others.close()]);
  });

  test('S-13 who comes back after a break hears all she missed, once, in its order, from whichever process', async () => {
    const asha = await person();
    const before = await follow(asha);
    await before.has((told) => told.length === 1);
    await tell(asha.personId, 1);
    await before.has((told) => messages(told).length === 1);
    await before.close();
    const last = before.told.at(-1)!.id;
    // More than one reading of the table, written by several at once.
    await Promise.all(Array.from({ length: 60 }, (_, i) => tell(asha.personId, 2 + (i % 28))));
    const again = await follow(asha, last, 0);
    await again.has((told) => messages(told).length === 60);
    await again.has((told) => told.at(-1)!.event === 'unread');
    expect(again.told.filter(({ event }) => event === 'message').map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 60 }, (_, i) => Number(last) + 1 + i),
    );
    await again.close();
  });

  test('S-36 a line on which nothing happens stays open until the sign-in ends; then nothing more is told', async () => {
    const asha = await person();
    const line = await follow(asha);
    await line.has(() => line.beats >= 2);
    const actor = await asha.actor();
    const context = { actor, requestId: newId(), address: null, operation: 'test', audited: false };
    await runInContext(context, () => apis[0]!.get(EndSession, { strict: false }).all());
    await line.ended;
    await tell(asha.personId, 1);
    expect(messages(line.told)).toEqual([]);
    expect(await problem({ ...asha.headers, accept: 'text/event-stream' })).toMatchObject({ status: 401 });
  });

  test('S-52 a person follows in five places at most, and a place becomes free when one ends', async () => {
    const asha = await person();
    const lines = [];
    for (let i = 0; i < 5; i++) lines.push(await follow(asha));
    const headers = { ...asha.headers, accept: 'text/event-stream' };
    expect(await problem(headers)).toMatchObject({ status: 429, code: 'too_many_streams' });
    await lines.pop()!.close();
    for (let refused = true; refused;) {
      const response = await fetch(`${urls[1]}/v1/auth/messages/events`, { headers });
      refused = response.status === 429;
      await response.body!.cancel();
    }
    await Promise.all(lines.map((line) => line.close()));
  });

  test('STD-1.1 who does not ask for a stream, or names an event we never told, is told so', async () => {
    const asha = await person();
    expect(await problem(asha.headers)).toMatchObject({ status: 406, code: 'not_a_stream' });
    const headers = { ...asha.headers, accept: 'text/event-stream' };
    expect(await problem({ ...headers, 'last-event-id': 'x' })).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(await problem({ accept: 'text/event-stream' })).toMatchObject({ status: 401, code: 'unauthenticated' });
    const head = await fetch(`${urls[1]}/v1/auth/messages/events`, { method: 'HEAD', headers });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('S-17 a process that stops ends its lines at once, and none of them counts as under way', async () => {
    const asha = await person();
    const stopping = await open();
    urls.push(await stopping.getUrl());
    const line = await follow(asha, undefined, 2);
    await line.has((told) => told.length === 1);
    const draining = stopping.get(Draining, { strict: false });
    expect(draining.underWay.size).toBe(0);
    await draining.begin(0, 10_000);
    await line.ended;
    await stopping.close();
    apis.pop();
    // Her program comes back to another process and reads on.
    await tell(asha.personId, 9);
    const next = await follow(asha, line.told[0]!.id);
    await next.has((told) => messages(told).length === 1);
    expect(messages(next.told)).toEqual(['9 November']);
    await next.close();
  });
});
