import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import request from 'supertest';
import { DatabaseModule } from '#platform/database';
import { Authenticator, HttpModule } from '#platform/http';
import { anonymousActor, newId, type Actor } from '#platform/kernel';
import { addDays } from '#platform/time';
import { runAsSystem } from '#platform/observability';
import { asOwner, personActor } from '#platform/testing';
import { PolicyModule, PolicyQuery, SeedParameters, seedRows } from '#policy';
import { AdminPolicyController } from '../src/admin/policy.controller.js';
import { createApi } from '../src/create-api.js';
import { PublicPolicyController } from '../src/public/policy.controller.js';
import { PolicyPages } from '../src/public/policy-pages.js';
import { meantValue, shownValue } from '../src/public/policy-value.js';

const administrator = (label: string, secondFactorAt: Date | null): Actor =>
  personActor({ label, secondFactorAt, permissions: new Set(['admin:policy', 'admin:policy-approve']) });
const officer = administrator('officer', new Date());
const second = administrator('second', new Date());
const hasty = administrator('hasty', null);
const reader = personActor({ label: 'reader' });
const people: Record<string, Actor> = { officer, second, hasty, reader };

class NamedAuthenticator extends Authenticator {
  async authenticate({ headers }: FastifyRequest): Promise<Actor> {
    return people[headers.authorization?.replace('Bearer ', '') ?? ''] ?? anonymousActor;
  }
}

@Module({
  imports: [DatabaseModule, HttpModule, PolicyModule],
  controllers: [PublicPolicyController, AdminPolicyController],
  providers: [PolicyPages, { provide: Authenticator, useClass: NamedAuthenticator }],
})
class PolicyApi {}

let app: NestFastifyApplication;
let today: string;
beforeAll(async () => {
  app = await createApi(PolicyApi);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  today = await app.get(PolicyQuery, { strict: false }).today();
});
afterAll(async () => {
  // Other tests of this worker find the register as it was seeded.
  await asOwner(`truncate policy.parameter, policy.parameter_proposal`);
  await runAsSystem('test', newId(), () => app.get(SeedParameters, { strict: false }).run());
  await app.close();
});

const http = () => request(app.getHttpServer());
const open = '/v1/public/policy/parameters';
const admin = '/v1/admin/policy';
const get = (path: string, who: string) => http().get(`${admin}${path}`).set('authorization', `Bearer ${who}`);
const post = (path: string, who: string, body?: object) =>
  http().post(`${admin}${path}`).set('authorization', `Bearer ${who}`).send(body);

interface Shown {
  key: string;
  scope: string;
  value: unknown;
}
const items = (body: unknown): Shown[] => (body as { items: Shown[] }).items;

describe('R-0.3 anybody may read what held on a day', () => {
  it.each([
    ['2024-07-09', 2_500_000],
    ['2024-07-10', 5_000_000],
  ])('on %s the ceiling of direct purchase was %i paise', async (date, paise) => {
    const { status, body, headers } = await http().get(open).query({ date, rule: 'R-1.2' });
    expect(status).toBe(200);
    expect(items(body).map((row) => row.key)).toEqual(['proc.direct.max', 'proc.l1.max']);
    expect(items(body)[0]).toMatchObject({ value: { paise, currency: 'INR' }, scope: 'GLOBAL', unit: 'paise' });
    expect(headers['cache-control']).toBe('public, max-age=60');
  });

  it('shows structured values in the conventions of the API', async () => {
    const { body } = await http().get(open).query({ date: '2024-07-10', rule: 'R-2.24', limit: 100 });
    expect(items(body).find((row) => row.key === 'epbg.range')!.value).toEqual({ leastBp: 300, mostBp: 500 });
  });

  it('page by page, each row once, forwards and back', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body, status } = await http()
        .get(open)
        .query({ date: '2026-11-22', limit: 100, ...(cursor === null ? {} : { cursor }) });
      expect(status).toBe(200);
      seen.push(...items(body).map((row) => `${row.key} ${row.scope}`));
      cursor = (body as { next: string | null }).next;
    } while (cursor !== null);
    const held = seedRows().filter(
      (row) => row.effective_from <= '2026-11-22' && (row.effective_to ?? '9999') > '2026-11-22',
    );
    expect(seen).toHaveLength(new Set(seen).size);
    expect(new Set(seen)).toEqual(new Set(held.map((row) => `${row.key} ${row.scope}`)));
  });

  it('goes back to the page before', async () => {
    const first = await http().get(open).query({ date: '2026-11-22', limit: 5 });
    const next = (first.body as { next: string }).next;
    const after = await http().get(open).query({ date: '2026-11-22', limit: 5, cursor: next });
    const prev = /[?&]cursor=([^&>]+)[^>]*>; rel="prev"/.exec(String(after.headers.link))![1]!;
    const back = await http()
      .get(open)
      .query({ date: '2026-11-22', limit: 5, cursor: decodeURIComponent(prev) });
    expect(items(back.body)).toEqual(items(first.body));
  });

  it.each([{ date: '2024-02-30' }, { date: 'today' }, { scope: 'EVERYBODY' }, { limit: 101 }, { colour: 'blue' }])(
    'refuses %j',
    async (query) => {
      expect((await http().get(open).query(query)).status).toBe(422);
    },
  );
});

const wish = (more: object = {}) => ({
  key: 'ra.max_extensions',
  value: 25,
  effectiveFrom: addDays(today, 200),
  source: 'Order of the programme desk, invented for this test',
  reason: 'Auctions of many rivals need more room.',
  ...more,
});

describe('S-28 a value is changed by two persons, over HTTP', () => {
  it('proposed by one, approved by another, shown from its day on', async () => {
    const proposed = await post('/proposals', 'officer', wish());
    expect(proposed.status).toBe(201);
    const { id } = proposed.body as { id: string };
    expect(proposed.headers.location).toBe(`/v1/admin/policy/proposals/${id}`);
    expect((await get(`/proposals/${id}`, 'second')).body).toMatchObject({ state: 'open', value: 25, unit: 'count' });
    expect(items((await get('/proposals', 'second')).body)).toContainEqual(expect.objectContaining({ id }));

    const own = await post(`/proposals/${id}/approval`, 'officer');
    expect([own.status, (own.body as { code: string }).code]).toEqual([403, 'proposer_cannot_approve']);
    const without = await post(`/proposals/${id}/approval`, 'hasty');
    expect([without.status, (without.body as { code: string }).code]).toEqual([403, 'second_factor_needed']);
    const approved = await post(`/proposals/${id}/approval`, 'second');
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({ key: 'ra.max_extensions', value: 25, effectiveTo: null });

    const history = (await get('/parameters/ra.max_extensions', 'officer')).body as { values: Shown[] };
    expect(history.values.map((row) => row.value)).toEqual([20, 25]);
    const before = await http()
      .get(open)
      .query({ date: addDays(today, 199), rule: 'R-2.35', limit: 100 });
    const after = await http()
      .get(open)
      .query({ date: addDays(today, 200), rule: 'R-2.35', limit: 100 });
    const shown = (body: unknown) => items(body).find((row) => row.key === 'ra.max_extensions')!.value;
    expect([shown(before.body), shown(after.body)]).toEqual([20, 25]);
  });

  it('is turned down with a reason', async () => {
    const { id } = (await post('/proposals', 'officer', wish({ effectiveFrom: addDays(today, 300) }))).body as {
      id: string;
    };
    expect((await post(`/proposals/${id}/rejection`, 'second', {})).status).toBe(422);
    expect((await post(`/proposals/${id}/rejection`, 'second', { reason: 'Twenty are enough.' })).status).toBe(204);
    expect((await get(`/proposals/${id}`, 'officer')).body).toMatchObject({
      state: 'rejected',
      decidedBy: second.personId,
      decisionReason: 'Twenty are enough.',
    });
  });

  it.each([
    ['an unknown key', { key: 'ra.max_extension' }, 422, 'parameter_unknown'],
    ['a value of another form', { value: '25' }, 422, 'parameter_value_invalid'],
    ['an amount that is not money', { key: 'cod.max_paise', value: 500_000 }, 422, 'parameter_value_invalid'],
    ['an amount in half paise', { key: 'cod.max_paise', value: { paise: 0.5, currency: 'INR' } }, 422, undefined],
    ['a past day', { effectiveFrom: '2024-07-10' }, 422, 'parameter_not_in_future'],
    ['no reason', { reason: 'because' }, 422, 'invalid_input'],
    ['an unknown member', { approvedBy: newId() }, 422, 'invalid_input'],
  ])('refuses %s', async (_, more, status, code) => {
    const answer = await post('/proposals', 'officer', wish(more));
    expect(answer.status).toBe(status);
    if (code !== undefined) expect((answer.body as { code: string }).code).toBe(code);
  });

  it('is not for others', async () => {
    expect((await post('/proposals', 'reader', wish())).status).toBe(403);
    expect((await get('/proposals', 'nobody')).status).toBe(401);
    expect((await get('/parameters/no.such.key', 'officer')).status).toBe(404);
    expect((await get(`/proposals/${newId()}`, 'officer')).status).toBe(404);
    expect((await post(`/proposals/${newId()}/approval`, 'second')).status).toBe(404);
  });
});

describe('what is shown can be sent', () => {
  it('every value of the register reads back as it was', () => {
    for (const row of seedRows()) {
      const sent: unknown = JSON.parse(JSON.stringify(shownValue(row.unit, row.value)));
      const shownAgain = shownValue(
        row.unit,
        row.unit === 'paise' ? BigInt(meantValue(row.unit, sent) as number) : meantValue(row.unit, sent),
      );
      expect(shownAgain).toEqual(sent);
    }
  });
});
