import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureApi, httpAdapter } from '#platform/http';
import { NestLog } from '#platform/observability';
import { ApiModule } from './api.module.js';

/**
 * The whole api, ready to listen; tests and the process make it the same way.
 * @param prepared  waits for the tables and their rows: the parts are made before, for they only need a connection
 */
export async function createApi(
  module: Type = ApiModule,
  prepared: () => Promise<void> = async () => undefined,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), {
    logger: new NestLog(),
    abortOnError: false,
    bodyParser: false,
  });
  await prepared();
  await configureApi(app);
  return app;
}
