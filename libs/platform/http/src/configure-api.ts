import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UnitOfWork } from '#platform/database';
import { Authenticator } from './authenticator.js';
import { installBodyParsers } from './body-parsers.js';
import { installCallerContext } from './edge/caller-context.js';
import { installConstantAnswers } from './edge/constant-answers.js';
import { installCors } from './edge/cors.js';
import { Draining, installDraining } from './edge/draining.js';
import { installHttpMetrics } from './edge/http-metrics.js';
import { installOverload } from './edge/overload.js';
import { installResponseHeaders } from './edge/response-headers.js';
import { installTracing } from './edge/tracing.js';
import { installGate } from './gate.js';
import { RateLimits } from './limits/rate-limits.js';
import { installMethodNotAllowed } from './method-not-allowed.js';
import { PathObjects } from './path-objects.js';
import { ProblemFilter } from './problem.filter.js';
import { installHeadLimits, installRequestChecks } from './request-checks.js';
import { ApiDescription } from './openapi/api-description.js';
import { collectRoutes } from './route-collector.js';
import { checkRoutes } from './routes.js';
import { SchemaPipe } from './schema.pipe.js';

/**
 * Puts the HTTP conventions around an application's routes and initialises it; the same for the api process and for
 * tests. The application must come from `httpAdapter()` with `bodyParser: false`. Hooks run in the order of these lines.
 * @throws when a route does not declare what it must
 */
export async function configureApi(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  installResponseHeaders(server);
  installTracing(server);
  installCors(server);
  const draining = app.get(Draining, { strict: false });
  installDraining(server, draining);
  installHttpMetrics(server);
  installOverload(server, draining);
  installHeadLimits(server);
  installConstantAnswers(server);
  const authenticator = app.get(Authenticator, { strict: false });
  installGate(server, authenticator, app.get(RateLimits, { strict: false }));
  installRequestChecks(server);
  installBodyParsers(server);
  installCallerContext(server, app.get(UnitOfWork, { strict: false }));
  const routes = collectRoutes(server);
  installMethodNotAllowed(server);
  app.useGlobalFilters(new ProblemFilter(app.get(PathObjects, { strict: false })));
  app.useGlobalPipes(new SchemaPipe());
  await app.init();
  checkRoutes(routes);
  app.get(ApiDescription, { strict: false }).make(routes, authenticator);
  await server.ready();
}
