import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiClient, type ApiClient } from '#platform/testing';
import { createApi } from '../../apps/api/src/create-api.js';
import { goodPassword, identityActors, inventedMobile } from '../../libs/identity/test/builders/identity-actors.js';

describe('A crowd at the door', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  beforeAll(async () => {
    app = await createApi();
    api = apiClient(app);
  });
  afterAll(async () => {
    // The crowd came from the address all tests come from.
    await identityActors(app).inDatabase('delete from identity.guess');
    await app.close();
  });

  test('S-31 a hundred sign in at once: each gets an answer, nobody a fault of ours, and browsing goes on meanwhile', async () => {
    const { signIn } = await identityActors(app).person();
    let isOver = false;
    const crowd = Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        api.post('/v1/auth/sessions').send({ signIn: i === 0 ? signIn : inventedMobile(), password: goodPassword }),
      ),
    ).finally(() => (isOver = true));
    const pages: number[] = [];
    do pages.push((await api.get('/v1/public/districts?limit=20')).status);
    while (!isOver);
    const answers = (await crowd).map(({ status }) => status);
    expect(answers.filter((status) => ![201, 401, 429].includes(status))).toEqual([]);
    expect(answers).toContain(401);
    expect(new Set(pages)).toEqual(new Set([200]));
    await api
      .post('/v1/auth/sessions')
      .send({ signIn, password: goodPassword })
      .expect(({ status }) => expect([201, 429]).toContain(status));
  });
});
