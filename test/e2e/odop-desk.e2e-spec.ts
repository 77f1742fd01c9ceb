import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformOrganisationId } from '#identity';
import { ScanEvidenceFile } from '#odop';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { ScannerSimulator } from '#platform/simulators';
import { apiClient, personActor, testApi, type ApiClient } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { storyOf } from '../../libs/odop/test/builders/offices.js';
import { pdf, photo } from '../../libs/platform/uploads/test/builders/files.js';

const national = {
  organisationId: platformOrganisationId,
  permissions: new Set(['odop:desk', 'odop:propose', 'odop:confirm', 'odop:import']),
};

/** What the programme desk does over HTTP; nothing here changes what other files read of the register. */
describe('the desks of the register over HTTP', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  const people = new Map([
    ['first', personActor({ label: 'programme officer', personId: newId(), ...national })],
    ['second', personActor({ label: 'her colleague', personId: newId(), ...national })],
    ['reader', personActor({ personId: newId(), permissions: new Set(['odop:desk']) })],
  ]);
  const media = mkdtempSync(join(tmpdir(), 'odop-desk-'));
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    app = await testApi(ApiModule, people);
    api = apiClient(app);
  });
  afterAll(async () => {
    await app.close();
    await scanner.stop();
    rmSync(media, { recursive: true, force: true });
  });

  const as = (who: string) => ({ authorization: `Bearer ${who}` });
  const post = (path: string, body: object, who = 'first') =>
    api.post(`/v1/admin/${path}`).set(as(who)).set('idempotency-key', newId()).send(body);

  test('R-7.2 an order about a district is entered by one officer and decided by another', async () => {
    const order = {
      district: 'chamarajanagar',
      plan: { kind: 'rename', name: 'Newly Named' },
      effectiveFrom: '2030-01-01',
      orderNo: 'REV/2026/118',
      reason: 'Notified by the Revenue Department.',
    };
    const entered = await post('district-orders', order).expect(201);
    expect(entered.headers['location']).toBe(`/v1/admin/district-orders/${entered.body.id}`);
    expect(entered.body).toMatchObject({ kind: 'rename', status: 'proposed', plan: order.plan, inForceAt: null });
    const decide = (decision: string, who: string) =>
      post(`district-orders/${entered.body.id}/decision`, { decision, reason: 'Looked at it.' }, who);
    await decide('confirmed', 'first').expect(403, /same_officer_twice/);
    await decide('refused', 'second').expect(200, /refused/);
    await decide('confirmed', 'second').expect(409, /district_order_decided/);
    const listed = await api.get('/v1/admin/district-orders?limit=100').set(as('second')).expect(200);
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: entered.body.id, status: 'refused' }));
    await api
      .get(`/v1/admin/district-orders/${newId()}`)
      .set(as('first'))
      .expect(404, /district_order_not_found/);
    const wrong = { ...order, plan: { kind: 'merge', into: 'varanasi' } };
    await post('district-orders', wrong).expect(422, /merge_into_other_state/);
  });

  test('S-58 the paper of a dossier is uploaded, read by who decides, and found by nobody else', async () => {
    const paper = {
      kind: 'survey',
      title: 'Survey of looms',
      issuer: 'District office',
      url: 'https://example.org/survey',
    };
    const proposal = {
      district: 'leh',
      product: 'Invented pashmina of a test',
      sector: 'handloom',
      rank: 'other',
      stories: [storyOf()],
      evidence: [paper],
      reason: 'The district asks for it.',
    };
    const { body: dossier } = await post('odop-entries', proposal).expect(201);
    const [named] = dossier.evidence as { id: string; url: string }[];
    expect(named!.url).toBe(paper.url);
    const files = `/v1/admin/odop-entries/${dossier.id}/evidence-files`;
    const upload = (name: string, type: string, bytes: Buffer, who = 'first', evidenceId = named!.id) =>
      api
        .post(`${files}?evidenceId=${evidenceId}&fileName=${name}`)
        .set(as(who))
        .set('idempotency-key', newId())
        .set('content-type', type)
        .send(bytes);
    const survey = await pdf();
    await upload('survey.pdf', 'application/pdf', await photo(9, 9)).expect(422, /file_unreadable/);
    await upload('survey.pdf', 'application/pdf', survey, 'first', newId()).expect(404, /evidence_unknown/);
    await upload('survey.pdf', 'application/pdf', survey, 'reader').expect(403);
    const added = await upload('survey.pdf', 'application/pdf', survey).expect(201);
    const file = `${files}/${added.body.id}`;
    expect(added.headers['location']).toBe(file);
    expect(added.body).toMatchObject({ evidenceId: named!.id, pages: 1, state: 'waiting', size_bytes: survey.length });
    await api
      .get(file)
      .set(as('second'))
      .expect(409, /evidence_file_not_scanned/);
    await runAsSystem('test', newId(), () =>
      app.get(ScanEvidenceFile, { strict: false }).run({ fileId: added.body.id }),
    );
    const opened = await api.get(file).set(as('second')).buffer().expect(200);
    expect(Buffer.compare(opened.body as Buffer, survey)).toBe(0);
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="evidence-${added.body.id}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const listed = await api.get(files).set(as('second')).expect(200);
    expect(listed.body.items).toMatchObject([{ id: added.body.id, state: 'clean' }]);
    expect((await api.get(files).set(as('reader')).expect(200)).body).toEqual({ items: [] });
    await api
      .get(file)
      .set(as('reader'))
      .expect(404, /evidence_file_unknown/);
    await api.delete(file).set(as('second')).set('idempotency-key', newId()).expect(204);
    await api
      .get(file)
      .set(as('second'))
      .expect(404, /evidence_file_unknown/);
  });

  test('R-4.26 where a PIN code lay on a day can be asked', async () => {
    const answer = await api.get('/v1/public/pincodes/221001?on=2025-01-01').expect(200);
    expect(answer.body).toMatchObject({ district: { slug: 'varanasi' } });
  });
});
