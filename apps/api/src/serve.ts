import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkConfig } from '#platform/config';
import { httpConfig } from '#platform/http';
import { log } from '#platform/observability';
import { createApi } from './create-api.js';
import { Readiness } from './health/readiness.js';

/** Requests in flight may take this long after a stop was asked for (S-17). */
const drain_ms = 25_000;

/** Starts the api process and arranges its end. @throws ConfigFaults, or an Error whose message is for the operator */
export async function serve(): Promise<void> {
  checkConfig();
  const { HOST, PORT } = httpConfig();
  const app = await createApi();
  await app.listen(PORT, HOST).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${PORT} is taken by another program: stop it, or set PORT to a free one.`);
  });
  log.info({ port: PORT }, 'api is listening');
  const stop = stopOnce(app);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}

/** Not ready at once; no new connections; what is under way finishes; then exit 0, or 1 when something had to be cut. */
function stopOnce(app: NestFastifyApplication): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    app.get(Readiness).stop();
    setTimeout(() => process.exit(1), drain_ms).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the api did not stop cleanly');
        process.exit(1);
      },
    );
  };
}
