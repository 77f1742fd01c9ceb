import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authenticator } from './authenticator.js';
import { installBodyParsers } from './body-parsers.js';
import { ContextInterceptor } from './context.interceptor.js';
import { installGate } from './gate.js';
import { installMethodNotAllowed } from './method-not-allowed.js';
import { ProblemFilter } from './problem.filter.js';
import { installQueryChecks } from './query-checks.js';
import { SchemaPipe } from './schema.pipe.js';

/**
 * Puts the HTTP conventions around an application's routes and initialises it; the same for the api process and for
 * tests. The application must come from `httpAdapter()` with `bodyParser: false`.
 * @throws when a route declares no policy
 */
export async function configureApi(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  installQueryChecks(server);
  installGate(server, () => app.get(Authenticator, { strict: false }));
  installBodyParsers(server);
  const unknownMethods = installMethodNotAllowed(server);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new SchemaPipe());
  app.useGlobalInterceptors(new ContextInterceptor());
  await app.init();
  unknownMethods.refuseOthers();
  await server.ready();
}
