import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { askApi, type Clone, freePort, isRunning, makeClone, postmaster, type Run, run, until } from './clone.js';

jest.setTimeout(240_000);

let clone: Clone;
let port: number;
const runs: Run[] = [];

beforeAll(async () => {
  clone = makeClone('Bazaar of Bishnupur é');
  port = await freePort();
});

afterEach(async () => {
  for (const one of runs.splice(0)) {
    if (one.child.exitCode === null && one.child.signalCode === null) one.child.kill('SIGTERM');
    await one.ended;
  }
});

afterAll(() => clone.remove());

const start = (env: Record<string, string> = {}, args?: readonly string[]): Run => {
  const one = run(clone, { PORT: String(port), ...env }, args);
  runs.push(one);
  return one;
};

const greeted = (one: Run): Promise<true> =>
  until(() => (one.said().includes('Ctrl-C stops everything') ? true : null), one.said);

/** A start by a user who is not root: as root it gives that right up first. */
const asOrdinaryUser = [
  '-e',
  `if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
   import(require('node:url').pathToFileURL('scripts/start.mjs').href);`,
];

/** Runs a start that cannot succeed. */
async function refusal(env: Record<string, string> = {}): Promise<{ code: number | null; lines: string[] }> {
  const one = start(env);
  const code = await one.ended;
  const progress = /( …|nothing to migrate|start number \d+)$/;
  return {
    code,
    lines: one
      .said()
      .trim()
      .split('\n')
      .filter((line) => !progress.test(line)),
  };
}

describe('npm start', () => {
  it('starts from a path with spaces and é, says where it is, and Ctrl-C stops all of it', async () => {
    const one = start();
    await greeted(one);
    expect(one.said()).toContain(`http://localhost:${port}`);
    expect(one.said()).toMatch(/Meera Devi +maker +\+91 90000 00001 +weave-and-try/);
    expect(one.said()).toContain('start number 1');
    const server = postmaster(clone);
    const api = await askApi(port);
    const worker = /worker (http:\/\/\S+)/.exec(one.said())![1]!;
    const answers = () =>
      fetch(worker).then(
        ({ ok }) => ok || null,
        () => null,
      );
    await until(answers, () => `The worker at ${worker} does not answer.`);

    one.child.kill('SIGINT');
    expect(await one.ended).toBe(0);
    expect([server, api!.pid].filter(isRunning)).toEqual([]);
    expect(existsSync(join(clone.folder, '.data/start.lock.json'))).toBe(false);
  });

  it('S-62 gives the services the service role and never the owner of the database', async () => {
    await greeted(start());
    const api = await askApi(port);
    expect(api!.owner).toBeNull();
    expect(new URL(api!.database)).toMatchObject({ username: 'odop_app', hostname: '127.0.0.1' });
    expect(new URL(api!.database).port).not.toBe('5432');
  });

  it('finds its data again, and a second start in the same folder says where the first one runs', async () => {
    const one = start();
    await greeted(one);
    expect(one.said()).toMatch(/start number [2-9]/);
    const second = await refusal({ PORT: String(await freePort()) });
    expect(second.code).toBe(1);
    expect(second.lines).toEqual([
      expect.stringContaining(`already runs from this folder at http://localhost:${port}`),
    ]);
    expect(second.lines[0]).toContain(`process ${one.child.pid}`);
  });

  it('starts a service again that has crashed, and the database on its own port', async () => {
    const one = start();
    await greeted(one);
    const before = await askApi(port);
    await fetch(`http://127.0.0.1:${port}/crash`).catch(() => null);
    const after = await until(() => askApi(port), one.said);
    expect(after.pid).not.toBe(before!.pid);

    const server = postmaster(clone);
    process.kill(server, 'SIGKILL');
    const next = await until(() => {
      const now = existsSync(join(clone.folder, '.data/postgres/cluster/postmaster.pid')) ? postmaster(clone) : server;
      return now !== server ? now : null;
    }, one.said);
    expect(isRunning(next)).toBe(true);
    one.child.kill('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(isRunning(next)).toBe(false);
  });

  it('leaves no orphan when it is killed, and the next start is not held up by what it left', async () => {
    const one = start();
    await greeted(one);
    const server = postmaster(clone);
    const api = await askApi(port);
    one.child.kill('SIGKILL');
    // Within 5 s by its settings (parts.spec.ts); a loaded machine may be slower to do as they say.
    await until(() => ([server, api!.pid].some(isRunning) ? null : true), one.said, 60);
    expect(existsSync(join(clone.folder, '.data/start.lock.json'))).toBe(true);
    await greeted(start());
  });

  it('stops when the npm that started it is gone', async () => {
    const program = `const c = require('node:child_process').spawn(process.execPath, ['scripts/start.mjs'], { stdio: 'inherit' }); console.log('child ' + c.pid);`;
    const shell = start({ npm_lifecycle_event: 'start' }, ['-e', program]);
    await greeted(shell);
    const launcher = Number(/child (\d+)/.exec(shell.said())![1]);
    const server = postmaster(clone);
    shell.child.kill('SIGKILL');
    await until(() => ([launcher, server].some(isRunning) ? null : true), shell.said, 20);
    expect(existsSync(join(clone.folder, '.data/start.lock.json'))).toBe(false);
  });

  it('can be stopped while it is still preparing', async () => {
    const one = start({ FAKE_SLOW: '1' });
    await until(() => (one.said().includes('Bringing the database up to date') ? true : null), one.said);
    const server = postmaster(clone);
    one.child.kill('SIGINT');
    expect(await one.ended).toBe(0);
    expect(isRunning(server)).toBe(false);
  });

  it('runs for an ordinary user, who owns what it writes', async () => {
    const own = makeClone('own folder');
    try {
      const uid = process.getuid!() === 0 ? 65534 : process.getuid!();
      if (process.getuid!() === 0) execFileSync('chown', ['-R', `${uid}`, dirname(own.folder)]);
      const one = run(own, { PORT: String(await freePort()), METRICS_PORT: '' }, asOrdinaryUser);
      runs.push(one);
      await greeted(one);
      expect(statSync(join(own.folder, '.data/postgres/cluster')).uid).toBe(uid);
      one.child.kill('SIGINT');
      expect(await one.ended).toBe(0);
    } finally {
      own.remove();
    }
  });

  it('two clones run side by side', async () => {
    const other = makeClone('another');
    try {
      const otherPort = await freePort();
      const one = start();
      const two = run(other, { PORT: String(otherPort), METRICS_PORT: '' });
      runs.push(two);
      await Promise.all([greeted(one), greeted(two)]);
      expect((await askApi(port))!.database).not.toBe((await askApi(otherPort))!.database);
      two.child.kill('SIGINT');
      expect(await two.ended).toBe(0);
    } finally {
      other.remove();
    }
  });
});

describe('npm start says in one plain sentence what hinders it', () => {
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    takenPort = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(takenPort, resolve));
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('a taken port, with a free one to take instead', async () => {
    const { code, lines } = await refusal({ PORT: String(takenPort) });
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^Port ${takenPort} \\(setting PORT\\) is taken .* PORT=\\d+\\.$`)),
    ]);
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['METRICS_PORT', { METRICS_PORT: '70000' }],
    ['DATABASE_OWNER_URL', { DATABASE_URL: 'postgres://odop_app:secret@127.0.0.1:1/odop' }],
    ['FAKE_WRONG', { FAKE_WRONG: '1' }],
  ])('S-62 a wrong setting: %s', async (name, env: Record<string, string>) => {
    const { code, lines } = await refusal(env);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`^Setting ${name} is (wrong|missing): `));
    expect(lines.slice(1).filter((line) => line !== 'Set that right and start again.')).toEqual([]);
    expect(lines.join()).not.toContain('secret');
  });

  it('a service that cannot run', async () => {
    const { code, lines } = await refusal({ FAKE_CRASHES: '1' });
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^The api ended 5 times right after its start, last with code 3: /);
  });

  it('a folder that may not be written', async () => {
    const closed = makeClone('closed');
    try {
      if (process.getuid!() === 0) chownSync(closed.folder, 0, 0);
      chmodSync(closed.folder, 0o555);
      const one = run(closed, { PORT: String(port) }, asOrdinaryUser);
      expect(await one.ended).toBe(1);
      expect(one.said().trim()).toMatch(/^Cannot write into \S+\.data: this user may not write there; [^\n]+$/);
    } finally {
      chmodSync(closed.folder, 0o755);
      closed.remove();
    }
  });
});

it('npm run bazaar joins the database of a running start and leaves it alone', async () => {
  const one = start();
  await greeted(one);
  const server = postmaster(clone);
  const command = run(clone, {}, ['scripts/bazaar.mjs', 'seed']);
  expect(await command.ended).toBe(0);
  expect(command.said()).toMatch(/start number \d+/);
  expect(isRunning(server)).toBe(true);
  expect(await askApi(port)).not.toBeNull();
});
