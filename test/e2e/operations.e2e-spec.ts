import { readdirSync, readFileSync } from 'node:fs';
import { goodPassword, inventedMobile } from '../../libs/identity/test/builders/identity-actors.js';
import { collector, startProcess, until, type Running } from './processes.js';

// Real processes take their time on a busy machine.
jest.setTimeout(180_000);

const outbox = '.data/outbox';
const name = 'Lakshmibai Ranganathan';

describe('what operators see of api and worker', () => {
  let collected: Awaited<ReturnType<typeof collector>>;
  let api: Running;
  let worker: Running;
  beforeAll(async () => {
    collected = await collector();
    const env = { LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT: collected.url, OTEL_BSP_SCHEDULE_DELAY: '100' };
    [api, worker] = await Promise.all([startProcess('api', env), startProcess('worker', env)]);
  });
  afterAll(async () => {
    await Promise.all([api.stop(), worker.stop()]);
    await collected.close();
  });
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(api.address('address') + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'x"}\\n{"level":60,"msg":"forged"}', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string>, headers: answer.headers };
  };
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const secrets: string[] = [goodPassword, name, 'wrong-Passw0rd-of-mine'];

  test('S-70 a whole sign-up and sign-in leaves no secret and no personal value in any log', async () => {
    const mobile = inventedMobile();
    secrets.push(mobile);
    const before = new Set(listOutbox());
    const asked = await post(
      '/v1/auth/registrations',
      { name, signIn: mobile, password: goodPassword, language: 'hi', notice: '2026-11' },
      { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    );
    expect(asked.status).toBe(202);
    let code = '';
    await until(() => {
      const fresh = listOutbox().filter((file) => !before.has(file));
      const message = fresh
        .map((file) => readFileSync(`${outbox}/${file}`, 'utf8'))
        .find((text) => text.includes(mobile));
      code = /\b(\d{6})\b/.exec((message ?? '').replaceAll(/[\w-]*-[\w-]*/g, ''))?.[1] ?? '';
      return code !== '';
    });
    secrets.push(code);
    await post(`/v1/auth/registrations/${asked.body['registrationId']}/verification`, { code: '000000' });
    const verified = await post(`/v1/auth/registrations/${asked.body['registrationId']}/verification`, { code });
    expect(verified.status).toBe(201);
    const wrong = await post('/v1/auth/sessions', { signIn: mobile, password: 'wrong-Passw0rd-of-mine' });
    expect(wrong.status).toBe(401);
    const session = await post('/v1/auth/sessions', { signIn: mobile, password: goodPassword });
    expect(session.status).toBe(201);
    secrets.push(session.body['accessToken']!, session.body['refreshToken']!, session.body['deviceToken']!);
    await fetch(`${api.address('address')}/v1/auth/me`, {
      headers: { authorization: `Bearer ${session.body['accessToken']}` },
    });
    await fetch(`${api.address('address')}/v1/auth/me`, {
      headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    });

    for (const { output } of [api, worker]) {
      for (const secret of secrets) expect(output()).not.toContain(secret);
      for (const line of output().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
      expect(output()).not.toContain('"level":60');
    }
    expect(api.output()).toMatch(/"security":"sign_in_refused"/);
  });

  test('S-72 one trace goes from the caller through api, outbox and job', async () => {
    const of = (pattern: RegExp) => collected.spans.find((span) => span.traceId === traceId && pattern.test(span.name));
    await until(() => of(/identity\.send.code/) !== undefined && of(/^POST /) !== undefined);
    const request = of(/^POST \/v1\/auth\/registrations$/)!;
    expect(request.parentSpanId).toBe('00f067aa0ba902b7');
    const inside = collected.spans.filter((span) => span.parentSpanId === request.spanId);
    expect(inside.map((span) => span.name)).toContain('transaction');
    const asker = collected.spans.find((span) => span.spanId === of(/identity\.send.code/)!.parentSpanId);
    expect(asker?.name).toBe('transaction');
  });

  test('S-72 the numbers of both processes are there, and few enough', async () => {
    const [ofApi, ofWorker] = await Promise.all(
      [api, worker].map(async (each) => (await fetch(`${each.address('inner')}/metrics`)).text()),
    );
    const names = [ofApi!, ofWorker!].map(
      (text) => new Set(text.match(/^# HELP (\S+)/gm)!.map((line) => line.slice(7))),
    );
    for (const name of [
      'odop_http_seconds',
      'odop_http_answers_total',
      'odop_db_connections',
      'odop_tx_retries_total',
      'odop_outside_seconds',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(names[0]).toContain(name);
    for (const name of [
      ...[
        'odop_outbox_age_seconds',
        'odop_inbox_age_seconds',
        'odop_inbox_rows',
        'odop_jobs_total',
        'odop_jobs_stalled_total',
      ],
      ...[
        'odop_schedule_lag_seconds',
        'odop_audit_unsealed_age_seconds',
        'odop_audit_intact',
        'odop_clock_offset_seconds',
        'odop_payment_differences_open',
      ],
      ...[
        'odop_tx_retries_total',
        'odop_outside_seconds',
        'odop_scrape_faults_total',
        'nodejs_eventloop_lag_p99_seconds',
      ],
    ])
      expect(names[1]).toContain(name);
    const document = (await (await fetch(`${api.address('address')}/openapi.json`)).json()) as { paths: object };
    const resources = new Set(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods as object).map((method) => method + path.split('/').slice(0, 4).join('/')),
      ),
    ).size;
    const perResource = 7; // a histogram of four buckets
    for (const text of [ofApi!, ofWorker!]) {
      const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      expect(series.length + (text === ofApi ? resources * perResource : 0)).toBeLessThan(2_000);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });
});

function listOutbox(): string[] {
  try {
    return readdirSync(outbox).filter((file) => !file.startsWith('.')); // those are still being written
  } catch {
    return [];
  }
}
