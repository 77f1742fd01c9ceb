import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { z } from 'zod';
import { asOwner } from '#platform/testing';
import { Answers, Limited, Open } from '../src/index.js';
import { start } from './start.js';

const done = z.strictObject({ done: z.literal(true) });

@Controller('v1/auth/door')
class DoorController {
  @Get()
  @Open()
  @Answers(200, done)
  read() {
    return { done: true };
  }

  @Post('sign-in')
  @HttpCode(200)
  @Open()
  @Limited('sign-in')
  @Answers(200, done)
  signIn() {
    return { done: true };
  }

  @Post('codes')
  @HttpCode(200)
  @Open()
  @Limited('codes')
  @Answers(200, done)
  code() {
    return { done: true };
  }
}

/** The way to the database, which can be cut: connections end and new ones are refused, or nothing is answered any more. */
class Way {
  private readonly sockets = new Set<Socket>();
  private isSilent = false;
  private port = 0;
  private server: Server | null = null;

  constructor(private readonly to: URL) {}

  async open(): Promise<void> {
    this.isSilent = false;
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    ({ port: this.port } = this.server.address() as AddressInfo);
  }

  get url(): string {
    const url = new URL(this.to);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async cut(how: 'refused' | 'silent'): Promise<void> {
    this.isSilent = how === 'silent';
    const closed = new Promise((resolve) => this.server!.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    if (how === 'refused') return;
    await this.open();
    this.isSilent = true;
  }

  async mend(): Promise<void> {
    if (this.isSilent) await this.cut('refused');
    await this.open();
  }

  private join(near: Socket): void {
    this.keep(near);
    if (this.isSilent) return;
    const far = this.keep(connect(Number(this.to.port || 5432), this.to.hostname));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
  }
}

describe('S-51 the store of shared quotas is killed', () => {
  const way = new Way(new URL(process.env.DATABASE_URL!));
  let apps: NestFastifyApplication[];
  /** How many got past the quota; the store is the database, so what is behind it may be unavailable (503). */
  const passed = async (path: string, times: number): Promise<number> => {
    const sent = Array.from({ length: times }, (_, i) =>
      request(apps[i % 2]!.getHttpServer()).post(`/v1/auth/door/${path}`),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
    return statuses.filter((status) => status !== 429).length;
  };

  beforeAll(async () => {
    await way.open();
    process.env.DATABASE_URL = way.url;
    process.env.RATE_LIMITS = 'sign-in=5/600, codes=4/600';
  });
  beforeEach(async () => {
    apps = [await start(DoorController), await start(DoorController)];
    await asOwner('truncate platform.rate_limit');
  });
  afterEach(async () => {
    for (const app of apps) await app.close();
  });
  afterAll(() => way.cut('refused'));

  test.each(['refused', 'silent'] as const)(
    'S-51 connections %s: sign-in and codes keep a limit in each process, reading stays open, and it recovers',
    async (how) => {
      await way.cut(how);
      try {
        expect(await passed('sign-in', 20)).toBe(10);
        expect(await passed('codes', 20)).toBe(8);
        const read = await request(apps[0]!.getHttpServer()).get('/v1/auth/door');
        expect(read.status).toBe(200);
      } finally {
        await way.mend();
      }
      expect(await passed('sign-in', 20)).toBe(5);
    },
  );
});
