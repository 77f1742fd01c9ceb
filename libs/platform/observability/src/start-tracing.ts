import { z } from 'zod';
import { defineConfig } from '#platform/config';
import { switchTracing } from './trace.js';

const tracingConfig = defineConfig(
  z.object({
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('OpenTelemetry collector (OTLP over HTTP) for traces; without it nothing is traced'),
    OTEL_SERVICE_NAME: z.string().min(1).optional().describe('name of this process in traces'),
  }),
);

/**
 * Sends traces to the collector of the settings, if there is one. The SDK is an optional package and is loaded only
 * then; its own settings (`OTEL_TRACES_SAMPLER` and the like) hold too.
 *
 * @param service  `odop-api`, `odop-worker`
 * @returns sends what is left and stops
 * @throws when a collector is set and the SDK is not installed
 */
export async function startTracing(service: string): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME } = tracingConfig();
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return async () => undefined;
  const [sdk, otlp] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]).catch((error: unknown) => {
    throw new Error(
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the OpenTelemetry SDK is not installed: npm install --include=optional',
      {
        cause: error,
      },
    );
  });
  process.env['OTEL_SERVICE_NAME'] ??= OTEL_SERVICE_NAME ?? service;
  const provider = new sdk.NodeTracerProvider({
    spanProcessors: [new sdk.BatchSpanProcessor(new otlp.OTLPTraceExporter())],
  });
  provider.register(); // with W3C trace context and baggage
  switchTracing(true);
  return async () => {
    switchTracing(false);
    await provider.shutdown();
  };
}
