import { fastify } from 'fastify';
import pg from 'pg';
import { installResponseHeaders } from '../src/edge/response-headers.js';

describe('S-68 transport', () => {
  test('S-68 in production every answer tells browsers to come by TLS only', async () => {
    process.env.NODE_ENV = 'production';
    const server = fastify();
    installResponseHeaders(server);
    server.get('/', async () => 'hello');
    const { headers } = await fetch(await server.listen({ port: 0, host: '127.0.0.1' }));
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    await server.close();
  });

  test('S-68 a database that was asked for TLS and has none is not spoken to', async () => {
    const client = new pg.Client({ connectionString: `${process.env.DATABASE_URL}?sslmode=verify-full` });
    await expect(client.connect()).rejects.toThrow(/does not support SSL/);
  });
});
