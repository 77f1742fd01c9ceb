import type { Cluster, Redis, RedisOptions } from 'ioredis';

/** Where Redis is, as written in REDIS_URL. */
export type RedisPlace =
  | { kind: 'single'; url: string }
  | { kind: 'sentinel'; hosts: Host[]; master: string; db: number; username?: string; password?: string }
  | { kind: 'cluster'; hosts: Host[]; username?: string; password?: string };

interface Host {
  host: string;
  port: number;
}

const shape = /^redis\+(sentinel|cluster):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/@]+)(?:\/([^/]+))?(?:\/(\d+))?\/?$/;

/**
 * Reads `redis://…`, `rediss://…`, `redis+sentinel://[user:password@]host:26379,host/master[/db]` and
 * `redis+cluster://[user:password@]host:6379,host`. An IPv6 host stands in brackets.
 * @throws an Error that names what is missing, never the password
 */
export function readRedisUrl(url: string): RedisPlace {
  if (/^rediss?:\/\//.test(url)) return { kind: 'single', url };
  const found = shape.exec(url);
  if (!found) throw new Error('REDIS_URL is neither redis://, rediss://, redis+sentinel:// nor redis+cluster://');
  const [, kind, user, secret, list, master, db] = found;
  const access = {
    ...(user ? { username: decodeURIComponent(user) } : {}),
    ...(secret ? { password: decodeURIComponent(secret) } : {}),
  };
  const hosts = list!.split(',').map((entry) => readHost(entry, kind === 'sentinel' ? 26379 : 6379));
  if (kind === 'cluster') return { kind: 'cluster', hosts, ...access };
  if (!master) throw new Error('REDIS_URL with redis+sentinel:// ends with the name of the master set: …/mymaster');
  return { kind: 'sentinel', hosts, master, db: Number(db ?? 0), ...access };
}

function readHost(entry: string, port: number): Host {
  const found = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.trim());
  if (!found) throw new Error(`REDIS_URL names a host that cannot be read: ${entry}`);
  return { host: found[1]!.replace(/^\[|\]$/g, ''), port: Number(found[2] ?? port) };
}

/** A client for that place, from the loaded package. `options` go to each connection. */
export function connectRedis(
  { Redis, Cluster }: Pick<typeof import('ioredis'), 'Redis' | 'Cluster'>,
  place: RedisPlace,
  options: RedisOptions,
): Redis | Cluster {
  switch (place.kind) {
    case 'single':
      return new Redis(place.url, options);
    case 'sentinel':
      return new Redis({
        ...options,
        sentinels: place.hosts,
        name: place.master,
        db: place.db,
        ...(place.username ? { username: place.username } : {}),
        ...(place.password ? { password: place.password, sentinelPassword: place.password } : {}),
      });
    case 'cluster':
      return new Cluster(place.hosts, {
        enableOfflineQueue: options.enableOfflineQueue ?? true,
        redisOptions: {
          ...options,
          ...(place.username ? { username: place.username } : {}),
          ...(place.password ? { password: place.password } : {}),
        },
      });
  }
}
