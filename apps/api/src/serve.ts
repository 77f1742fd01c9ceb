import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkConfig } from '#platform/config';
import { Draining, httpConfig } from '#platform/http';
import { log, openInnerPort, startTracing, type InnerPort } from '#platform/observability';
import { ReadClient, watchClock, watchPool } from '#platform/database';
import { DataSource } from 'typeorm';
import { ApiModule } from './api.module.js';
import { createApi } from './create-api.js';
import { Readiness } from './health/readiness.js';

/** Requests in flight may take this long after a stop was asked for (S-17). */
const drain_ms = 25_000;
/** Whose launcher was killed serves nobody for longer than this: the database goes too (scripts/lib/orphan-stops.mjs). */
const orphan_ms = 4_000;

/**
 * Starts the api process and arranges its end.
 * @param prepared  waits until the database is as this release wants it
 * @throws ConfigFaults, or an Error whose message is for the operator
 */
export async function serve(prepared: () => Promise<void>): Promise<void> {
  checkConfig();
  const stopTracing = await startTracing('odop-api');
  const { HOST, PORT } = httpConfig();
  const app = await createApi(ApiModule, prepared);
  await app.listen(PORT, HOST).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${PORT} is taken by another program: stop it, or set PORT to a free one.`);
  });
  watchPool(app.get(DataSource));
  watchClock(app.get(ReadClient));
  const readiness = app.get(Readiness);
  const inner = await openInnerPort(1, async () => ((await readiness.isReady()) ? null : 'stopping, or no database'));
  log.info({ address: await app.getUrl(), inner: inner.address }, 'api is listening');
  const stop = stopOnce(app, inner, stopTracing);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), orphan_ms).unref();
    stop();
  });
}

/**
 * Not ready at once; a moment for those who have not heard; no new connections; what is under way finishes; then exit 0,
 * or 1 when something had to be cut.
 */
function stopOnce(app: NestFastifyApplication, inner: InnerPort, stopTracing: () => Promise<void>): () => void {
  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), drain_ms).unref();
    await app.get(Draining).begin(httpConfig().STOP_GRACE_MS, drain_ms);
    await Promise.all([app.close(), inner.close()]);
    await stopTracing();
    process.exit(0);
  };
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    stop().catch((error: unknown) => {
      log.error({ err: error }, 'the api did not stop cleanly');
      process.exit(1);
    });
  };
}
