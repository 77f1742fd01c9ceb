import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const projectRoot = join(__dirname, '../..');

/** Small stand-ins for the apps: what is tested here is the scripts that run them. */
const standIns = {
  'apps/api/src/main.ts': `
    import { createServer } from 'node:http';
    if (process.env.FAKE_WRONG) { console.error('Setting FAKE_WRONG is wrong: leave it out.'); process.exit(78); }
    if (process.env.FAKE_CRASHES) process.exit(3);
    const leave = () => process.exit(0);
    process.on('SIGTERM', leave).on('disconnect', leave);
    if (process.connected === false) leave(); // the launcher is gone before anything has begun
    process.send?.('loaded');
    createServer((request, answer) => {
      if (request.url === '/crash') process.exit(9);
      answer.end(JSON.stringify({ pid: process.pid, database: process.env.DATABASE_URL, owner: process.env.DATABASE_OWNER_URL ?? null }));
    }).listen(Number(process.env.PORT), '127.0.0.1');`,
  'apps/worker/src/main.ts': `
    import { createServer } from 'node:http';
    const leave = () => process.exit(0);
    process.on('SIGTERM', leave).on('disconnect', leave);
    if (process.connected === false) leave();
    createServer((_, answer) => answer.end('{}')).listen(Number(process.env.METRICS_PORT), '127.0.0.1');`,
  // It begins when it likes and tells nobody.
  'apps/simulators/src/main.ts': `
    const leave = () => process.exit(0);
    process.on('SIGTERM', leave).on('disconnect', leave);
    if (process.connected === false) leave();
    setInterval(() => {}, 1_000);`,
  'apps/cli/src/main.ts': `
    import { writeFileSync } from 'node:fs';
    import pg from 'pg';
    if (process.env.FAKE_SLOW) await new Promise((resolve) => setTimeout(resolve, 600_000));
    const client = new pg.Client(process.env.DATABASE_OWNER_URL);
    await client.connect();
    await client.query('create table if not exists start (at timestamptz default now())');
    if (['prepare', 'seed'].includes(process.argv[2])) {
      await client.query('insert into start default values');
      console.log('start number ' + (await client.query('select count(*) from start')).rows[0].count);
      writeFileSync('.data/demo-accounts.json', JSON.stringify([{ name: 'Meera Devi', role: 'maker', signIn: '+91 90000 00001', password: 'weave-and-try' }]));
    }
    await client.end();`,
};

export interface Clone {
  folder: string;
  remove(): void;
}

/** A folder like a fresh clone whose packages are installed, with stand-ins for the apps. */
export function makeClone(name: string, apps: Record<string, string> = standIns): Clone {
  const room = mkdtempSync(join(tmpdir(), 'odop-clone-'));
  chmodSync(room, 0o755);
  const folder = join(room, name);
  mkdirSync(folder);
  for (const path of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(apps)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(room, { recursive: true, force: true, maxRetries: 5 }) };
}

export interface Run {
  child: ChildProcess;
  /** Everything said so far on stdout and stderr. */
  said: () => string;
  /** Resolves with the exit code once the process has ended and its output is complete. */
  ended: Promise<number | null>;
}

/** Starts a script of the clone. Settings of the machine do not leak in. */
export function run(clone: Clone, env: Record<string, string>, args: readonly string[] = ['scripts/start.mjs']): Run {
  const child = spawn(process.execPath, [...args], {
    cwd: clone.folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, ended };
}

/** Polls until the answer is not null. @throws after the limit, with what was said so far */
export async function until<T>(ask: () => Promise<T | null> | T | null, said: () => string, limit_s = 90): Promise<T> {
  const deadline = Date.now() + limit_s * 1000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not happen within ${limit_s} s. Said so far:\n${said()}`);
}

/** What the stand-in of the api says about itself; null when nobody answers. */
export const askApi = (port: number): Promise<{ pid: number; database: string; owner: string | null } | null> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    async (answer) => (await answer.json()) as { pid: number; database: string; owner: string | null },
    () => null,
  );

/** The first line of postmaster.pid: the database server's process. */
export const postmaster = (clone: Clone): number =>
  Number(readFileSync(join(clone.folder, '.data/postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

/** Whether a process does anything still. A killed one that nobody has fetched yet (a zombie) does not. */
export function isRunning(pid: number): boolean {
  if (existsSync('/proc/self/stat')) {
    try {
      return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  }
  return !/^(Z.*)?$/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
}

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Evaluates a module in the clone and returns what it exports as `answer`. */
export function evaluate(code: string): unknown {
  const program = `${code}\nprocess.stdout.write(JSON.stringify(answer));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as unknown;
}
