import type { Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DatabaseModule } from '#platform/database';
import { anonymousActor, newId, type Actor } from '#platform/kernel';
import { NestLog } from '#platform/observability';
import { personActor } from '#platform/testing';
import { Authenticator, HttpModule, configureApi, fail, httpAdapter } from '../src/index.js';

const ids = new Map<string, string>();
const idOf = (name: string): string => ids.get(name) ?? ids.set(name, newId()).get(name)!;

/** `Bearer <name> <permission>…` signs a person of that name in; `Bearer thief` is a bad credential. */
class NamedAuthenticator extends Authenticator {
  async authenticate({ headers }: FastifyRequest): Promise<Actor> {
    if (headers.authorization === undefined) return anonymousActor;
    const [, name, ...permissions] = headers.authorization.split(' ');
    if (!name || name === 'thief') throw fail('unauthenticated', { why: 'the token is not one of ours' });
    return personActor({ label: name, personId: idOf(name), permissions: new Set(permissions) });
  }
}

export const as = (name: string, ...permissions: string[]) => ({
  authorization: ['Bearer', name, ...permissions].join(' '),
});

/** An application of these controllers with the conventions around it. */
export async function start(...controllers: Type[]): Promise<NestFastifyApplication> {
  @Module({
    imports: [DatabaseModule, HttpModule],
    controllers,
    providers: [{ provide: Authenticator, useClass: NamedAuthenticator }],
  })
  class TestModule {}
  const app = await NestFactory.create<NestFastifyApplication>(TestModule, httpAdapter(), {
    logger: new NestLog(),
    abortOnError: false,
    bodyParser: false,
  });
  await configureApi(app).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return app;
}
