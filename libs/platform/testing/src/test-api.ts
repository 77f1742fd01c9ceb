import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyRequest } from 'fastify';
import { Authenticator, configureApi, fail, httpAdapter } from '#platform/http';
import { anonymousActor, type Actor } from '#platform/kernel';
import { NestLog } from '#platform/observability';

/** Actors by the bearer token that stands for them. */
export class TokenTable extends Authenticator {
  constructor(private readonly actors: ReadonlyMap<string, Actor>) {
    super();
  }

  async authenticate({ headers }: FastifyRequest): Promise<Actor> {
    if (headers.authorization === undefined) return anonymousActor;
    const actor = this.actors.get(headers.authorization.replace(/^Bearer /, ''));
    if (!actor) throw fail('unauthenticated', { why: 'no such test actor' });
    return actor;
  }
}

/**
 * The whole api with test actors instead of sign-ins: for tests about every route at once. Journeys sign in for real.
 * @param actors  by bearer token
 */
export async function testApi(module: Type, actors: ReadonlyMap<string, Actor>): Promise<NestFastifyApplication> {
  const built = await Test.createTestingModule({ imports: [module] })
    .overrideProvider(Authenticator)
    .useValue(new TokenTable(actors))
    .setLogger(new NestLog())
    .compile();
  const app = built.createNestApplication<NestFastifyApplication>(httpAdapter(), { bodyParser: false });
  await configureApi(app);
  // Otherwise supertest opens and shuts the door for each request.
  await app.listen(0, '127.0.0.1');
  return app;
}
