import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api.js';
import { goodPassword, identityActors, inventedMobile } from '../../libs/identity/test/builders/identity-actors.js';

describe('Signing in', () => {
  let app: NestFastifyApplication;
  let actors: ReturnType<typeof identityActors>;
  const http = () => request(app.getHttpServer());
  beforeAll(async () => {
    app = await createApi();
    actors = identityActors(app);
  });
  afterAll(() => app.close());

  test('a person registers with a mobile and a password, and signs in', async () => {
    const mobile = inventedMobile();
    const asked = await http()
      .post('/v1/auth/registrations')
      .send({ name: 'Meera Devi', signIn: mobile, password: goodPassword, language: 'hi', notice: '2026-11' })
      .expect(202);
    const code = await actors.codeFor(asked.body.challengeId, `+91${mobile}`);
    const { registrationId } = asked.body;
    await http().post(`/v1/auth/registrations/${registrationId}/verification`).send({ code }).expect(201);
    const signedIn = await http()
      .post('/v1/auth/sessions')
      .send({ signIn: mobile, password: goodPassword })
      .expect(201);
    const me = await http().get('/v1/auth/me').auth(signedIn.body.accessToken, { type: 'bearer' }).expect(200);
    expect(me.body).toMatchObject({ roles: ['shopper'], permissions: ['buyer:order', 'maker:apply'] });
    const { refreshToken } = signedIn.body;
    const next = await http().post('/v1/auth/sessions/refresh').send({ refreshToken }).expect(200);
    expect(next.body.sessionId).toBe(signedIn.body.sessionId);
  });
});
