import { readRedisUrl } from '../src/redis-url.js';

describe('REDIS_URL', () => {
  test.each([
    ['redis://127.0.0.1:6379/2', { kind: 'single', url: 'redis://127.0.0.1:6379/2' }],
    [
      'redis+sentinel://queue:s%40cret@a.internal:26380,b.internal/bazaar/3',
      {
        kind: 'sentinel',
        hosts: [
          { host: 'a.internal', port: 26380 },
          { host: 'b.internal', port: 26379 },
        ],
        master: 'bazaar',
        db: 3,
        username: 'queue',
        password: 's@cret',
      },
    ],
    [
      'redis+cluster://[fd00::1]:7001,10.0.0.2:7002',
      {
        kind: 'cluster',
        hosts: [
          { host: 'fd00::1', port: 7001 },
          { host: '10.0.0.2', port: 7002 },
        ],
      },
    ],
    [
      'redis+cluster://:secret@10.0.0.2',
      { kind: 'cluster', hosts: [{ host: '10.0.0.2', port: 6379 }], password: 'secret' },
    ],
  ])('%s', (url, place) => expect(readRedisUrl(url)).toEqual(place));

  test('a sentinel address without a master says so', () => {
    expect(() => readRedisUrl('redis+sentinel://a:1,b:2')).toThrow('name of the master set');
  });
});
