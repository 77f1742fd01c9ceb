import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { evaluate, projectRoot } from './clone.js';

it.each([
  ['20.19.0', null],
  ['20.20.2', null],
  ['22.12.0', null],
  ['24.9.0', null],
  ['20.18.3', expect.stringContaining('this is Node 20.18.3')],
  ['18.20.8', expect.stringContaining('needs Node 20.19 or newer')],
])('Node %s', (version, fault) => {
  expect(
    evaluate(`import { nodeFault } from './scripts/lib/node-version.mjs'; const answer = nodeFault('${version}');`),
  ).toEqual(fault);
});

it('an inner port that is taken moves aside; one that was asked for is a fault', () => {
  const answer = evaluate(`
    import { createServer } from 'node:net';
    import { freePort, isPortFree } from './scripts/lib/ports.mjs';
    import { choosePorts } from './scripts/lib/settings.mjs';
    let http;
    do http = await freePort(); while (http > 65000 || !(await isPortFree(http + 1)) || !(await isPortFree(http + 2)));
    const neighbour = createServer().listen(http + 1, '127.0.0.1');
    await new Promise((resolve) => neighbour.once('listening', resolve));
    const ports = await choosePorts({ PORT: String(http) });
    const asked = await choosePorts({ PORT: String(http), METRICS_PORT: String(http + 1) }).catch((fault) => fault.message);
    const beside = await choosePorts({ PORT: String(http), SIMULATORS_PORT: String(http + 2) });
    neighbour.close();
    const answer = { beside: new Set(Object.values(beside)).size, different: new Set(Object.values(ports)).size, moved: ports.apiInner !== http + 1, asked };
  `);
  expect(answer).toEqual({
    beside: 4,
    different: 4,
    moved: true,
    asked: expect.stringMatching(/^Port \d+ \(setting METRICS_PORT\) is taken/),
  });
});

it('a server whose launcher was killed is stopped within 5 s, whatever it thinks of it', async () => {
  const stops = evaluate(
    `import { ORPHAN_STOPS } from './scripts/lib/orphan-stops.mjs'; const answer = ORPHAN_STOPS;`,
  ) as { signal: string; after_ms: number }[];
  expect(stops[0]).toEqual({ signal: 'SIGINT', after_ms: 0 });
  expect(stops.at(-1)!.signal).toBe('SIGKILL');
  expect(stops.at(-1)!.after_ms).toBeLessThan(5_000);

  const program = `for (const name of ['SIGINT', 'SIGQUIT']) process.on(name, () => {}); setInterval(() => {}, 1000); console.log('up');`;
  const server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => server.once('exit', (_code, signal) => resolve(signal)));
  await new Promise((resolve) => server.stdout.once('data', resolve));
  const guard = spawn(process.execPath, [join(projectRoot, 'scripts/lib/dead-mans-switch.mjs')], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guard.stdin.end(`watch ${server.pid}\n`);
  expect(await ended).toBe('SIGKILL');
});

it('a process number that came round again is another process', () => {
  const answer = evaluate(`
    import { isSameProcess, thisProcess } from './scripts/lib/processes.mjs';
    const me = thisProcess();
    const answer = [me, { ...me, mark: 'ticks 1' }, { pid: 0, mark: '' }, null].map(isSameProcess);
  `);
  expect(answer).toEqual([true, false, false, false]);
});

it('a clone in a folder nobody else may enter works, and a new clone in its place starts afresh', () => {
  const answer = evaluate(`
    import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import { startPostgres } from './scripts/lib/postgres.mjs';
    const closed = mkdtempSync(join(tmpdir(), 'odop-closed-'));
    chmodSync(closed, 0o700);
    const ports = [];
    for (let clone = 1; clone <= 2; clone++) {
      const server = await startPostgres({ dataDir: join(closed, 'postgres'), durable: false });
      ports.push(server.port);
      await server.stop();
      rmSync(join(closed, 'postgres'), { recursive: true });
    }
    rmSync(closed, { recursive: true });
    const answer = ports.length;
  `);
  expect(answer).toBe(2);
});

it('the embedded PostgreSQL has two roles that are no more than they must be, and leaves nothing behind', () => {
  const answer = evaluate(`
    import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import pg from 'pg';
    import { startPostgres } from './scripts/lib/postgres.mjs';
    process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'odop-own-'));
    chmodSync(process.env.TMPDIR, 0o755);
    const server = await startPostgres({ durable: false });
    await server.createDatabase('copy', { template: 'odop_bazaar' });
    const ask = async (url, sql) => {
      const client = new pg.Client(url);
      await client.connect();
      try { return (await client.query(sql)).rows; } catch (error) { return error.message; } finally { await client.end(); }
    };
    const { ownerUrl, appUrl } = server.urls('copy');
    const answer = {
      roles: await ask(ownerUrl, "select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'odop%' order by 1"),
      owner: await ask(ownerUrl, "select pg_get_userbyid(datdba) as name from pg_database where datname = 'copy'"),
      create: await ask(appUrl, 'create table mine (id int)'),
      schema: await ask(appUrl, 'create schema mine'),
      collation: await ask(ownerUrl, "select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'copy'"),
      extensions: (await ask(ownerUrl, 'select extname from pg_extension order by 1')).map((row) => row.extname),
      password: await ask(appUrl.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1').catch((error) => error.message),
    };
    await server.stop();
    answer.left = readdirSync(process.env.TMPDIR);
    rmSync(process.env.TMPDIR, { recursive: true });
  `);
  const role = { rolsuper: false, rolbypassrls: false, rolcreaterole: false };
  expect(answer).toEqual({
    roles: [
      { rolname: 'odop_app', ...role },
      { rolname: 'odop_owner', ...role },
    ],
    owner: [{ name: 'odop_owner' }],
    create: 'permission denied for schema public',
    schema: 'permission denied for database copy',
    collation: [{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }],
    extensions: [
      'btree_gin',
      'btree_gist',
      'citext',
      'cube',
      'earthdistance',
      'pg_trgm',
      'pgcrypto',
      'plpgsql',
      'unaccent',
    ],
    password: 'password authentication failed for user "odop_app"',
    left: [],
  });
});

it('a service loads while its database is prepared and begins when that is done, at once when it is started again', () => {
  const answer = evaluate(`
    import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { join } from 'node:path';
    import { supervise } from './scripts/lib/supervisor.mjs';
    import { pause } from './scripts/lib/processes.mjs';
    const room = mkdtempSync(join(tmpdir(), 'odop-gate-'));
    const [log, program] = [join(room, 'log'), join(room, 'service.mjs')];
    writeFileSync(log, '');
    writeFileSync(program, \`
      import { appendFileSync } from 'node:fs';
      const say = (word) => appendFileSync(\${JSON.stringify(log)}, word + ' ');
      process.once('message', (word) => { say(word); process.exit(1); });
      process.send('loaded', () => say('loaded'));
    \`);
    const said = () => readFileSync(log, 'utf8').trim().split(/\\s+/).filter(Boolean);
    const until = async (fits) => { while (!fits(said())) await pause(20); };
    let open;
    const begins = new Promise((resolve) => (open = resolve));
    const supervisor = supervise(room, () => undefined);
    supervisor.start({ name: 'service', program, env: process.env, begins });
    await until((words) => words.length === 1);
    await pause(100);
    const before = said();
    open();
    await until((words) => words.filter((word) => word === 'begin').length === 2);
    await supervisor.stop();
    const answer = { before, begun: said().filter((word) => word === 'begin').length >= 2 };
  `);
  expect(answer).toEqual({ before: ['loaded'], begun: true });
});
