import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  env_file?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean };
  networks?: string[];
  ports?: string[];
  read_only?: boolean;
  restart?: string;
  security_opt?: string[];
  cap_drop?: string[];
  volumes?: string[];
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, unknown>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

/** Instructions of a Dockerfile, continued lines joined. */
const instructions = (path: string): [name: string, rest: string][] =>
  read(path)
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);

/** Every setting any module declares with `defineConfig`. */
function declaredSettings(): Set<string> {
  const files = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  const declaring = files.map(read).filter((text) => text.includes('defineConfig('));
  return new Set(declaring.flatMap((text) => [...text.matchAll(/^\s+([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name!)));
}

describe.each(['docker/api.Dockerfile', 'docker/worker.Dockerfile'])('S-88 %s', (path) => {
  const lines = instructions(path);
  const lastStage = lines.slice(lines.findLastIndex(([name]) => name === 'FROM'));

  it('is made in stages from images of one exact version', () => {
    const froms = lines.filter(([name]) => name === 'FROM').map(([, rest]) => rest);
    expect(froms.length).toBeGreaterThan(1);
    for (const from of froms) expect(from).toMatch(/^node:\d+\.\d+\.\d+-\S+ AS \w+$/);
  });

  it('runs as nobody in particular and says how it is', () => {
    expect(lastStage.filter(([name]) => name === 'USER')).toEqual([['USER', 'node']]);
    expect(lastStage.some(([name, rest]) => name === 'HEALTHCHECK' && rest.includes('/health/ready'))).toBe(true);
    expect(lastStage).toContainEqual(['STOPSIGNAL', 'SIGTERM']);
  });

  it('S-86 installs from the lock, without install scripts, and ships no development packages', () => {
    const installs = lines.filter(([name, rest]) => name === 'RUN' && /npm (ci|i|install)\b/.test(rest));
    for (const [, rest] of installs) expect(rest).toMatch(/npm ci --ignore-scripts/);
    expect(installs.some(([, rest]) => rest.includes('--omit=dev'))).toBe(true);
  });

  it('installs packages before it copies the sources, so that a change of code installs nothing anew', () => {
    const firstStage = lines.slice(
      0,
      lines.findIndex(([name], i) => name === 'FROM' && i > 0),
    );
    const at = (wanted: RegExp) => firstStage.findIndex(([name, rest]) => wanted.test(`${name} ${rest}`));
    const steps = [
      /^COPY package\.json package-lock\.json \.npmrc /,
      /^RUN npm ci/,
      /^COPY libs /,
      /^RUN npm run build/,
    ];
    const found = steps.map(at);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it('takes from stages that are there, and lets the service change none of its files', () => {
    const stages = lines.filter(([name]) => name === 'FROM').map(([, rest]) => rest.split(' AS ')[1]);
    const taken = lines.flatMap(([name, rest]) => (name === 'COPY' ? (/^--from=(\w+)/.exec(rest) ?? []).slice(1) : []));
    expect(taken.length).toBeGreaterThan(0);
    expect(stages).toEqual(expect.arrayContaining(taken));
    expect(lastStage.filter(([name, rest]) => name === 'COPY' && rest.includes('--chown'))).toEqual([]);
  });

  it('starts a program that is built and copies files that exist', () => {
    const program = /dist\/(apps\/\w+\/src\/main)\.js/.exec(lastStage.find(([name]) => name === 'CMD')![1])![1]!;
    expect(existsSync(join(root, `${program}.ts`))).toBe(true);
    const copied = lines.filter(([name, rest]) => name === 'COPY' && !rest.startsWith('--from'));
    const sources = copied.flatMap(([, rest]) => rest.split(' ').slice(0, -1));
    const missing = sources.filter((source) => !existsSync(join(root, source)));
    expect(missing).toEqual([]);
    const ignored = sources.filter(
      (source) =>
        !read('.dockerignore')
          .split('\n')
          .includes(`!${source.replace('./', '')}`),
    );
    expect(ignored).toEqual([]);
  });
});

describe('S-88 docker/compose.yaml', () => {
  it.each(services)('%s: exact image, health check, no more rights than needed', (name, service) => {
    if (!service.build) expect(service.image).toMatch(/^[\w/-]+:\d+\.\d+(\.\d+)?(-\w+)?$/);
    if (name !== 'migrate') expect(service.healthcheck?.disable ?? false).toBe(false);
    if (name !== 'postgres') {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.security_opt).toContain('no-new-privileges:true');
    }
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks ?? []));
  });

  it('only the proxy is reached from outside', () => {
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['proxy']);
  });

  it('starts things after what they need: the database, then one migration, then everything that serves', () => {
    for (const [, service] of services) {
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
    }
    expect(compose.services['migrate']!.depends_on).toHaveProperty('postgres.condition', 'service_healthy');
    expect(compose.services['migrate']!.restart).toBe('no');
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]!.depends_on).toHaveProperty('migrate.condition', 'service_completed_successfully');
    }
  });

  it('names volumes, Dockerfiles and settings that exist', () => {
    const settings = declaredSettings();
    for (const [, service] of services) {
      const named = (service.volumes ?? [])
        .map((volume) => volume.split(':')[0]!)
        .filter((from) => !from.startsWith('.'));
      expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(named));
    }
    for (const [, service] of ours) {
      expect(existsSync(join(root, service.build!.dockerfile))).toBe(true);
      expect([...Object.keys(service.environment ?? {})].filter((name) => !settings.has(name))).toEqual([]);
    }
    const example = [...read('docker/production.env.example').matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(
      ([, name]) => name!,
    );
    expect(example.filter((name) => !settings.has(name))).toEqual([]);
  });

  it('S-62 the services never hold the owner of the database', () => {
    const holders = services.filter(([, service]) => service.environment?.['DATABASE_OWNER_URL']).map(([name]) => name);
    expect(holders).toEqual(['migrate']);
  });
});
