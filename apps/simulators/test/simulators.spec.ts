import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(process.cwd(), 'dist/apps/simulators/src/main.js');

/** The process as the supervisor runs it, built, with a line to its parent. */
function run(env: NodeJS.ProcessEnv): ChildProcess {
  const given = { ...process.env, LOG_LEVEL: 'info', SIMULATORS_PORT: '0', ...env };
  return fork(program, { env: given, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
}

const text = async (stream: NodeJS.ReadableStream): Promise<string> => String((await once(stream, 'data'))[0]);

const opened = async (child: ChildProcess) => (JSON.parse(await text(child.stdout!)) as { url: string }).url;

describe('simulators process', () => {
  it('refuses production with one sentence', async () => {
    const child = run({ NODE_ENV: 'production' });
    const said = text(child.stderr!);
    expect((await once(child, 'exit'))[0]).toBe(78);
    expect(await said).toBe('The simulators refuse to start in production: set real providers instead.\n');
  });

  it('hosts everybody on one port, remembers, and goes when its parent goes or says so', async () => {
    const SIMULATORS_DIR = mkdtempSync(join(tmpdir(), 'simulators-'));
    const endings: ((child: ChildProcess) => void)[] = [
      (child) => child.kill('SIGKILL'),
      (child) => child.disconnect(),
      (child) => child.kill('SIGTERM'),
      (child) => child.kill('SIGINT'),
    ];
    for (const [before, end] of endings.entries()) {
      const child = run({ NODE_ENV: 'test', SIMULATORS_DIR });
      const url = await opened(child);
      for (const path of ['/bank', '/pfms', '/courier', '/postal', '/registries', '/messages']) {
        expect((await fetch(`${url}${path}/_control`)).status).toBe(200);
      }
      const { state } = (await (await fetch(`${url}/_control`)).json()) as { state: { charges: unknown[] } };
      expect(state.charges).toHaveLength(before);
      expect((await fetch(`${url}/_control/stray_charge`, { method: 'POST' })).status).toBe(200);
      const gone = once(child, 'exit');
      end(child);
      expect((await gone)[0]).toBe(before === 0 ? null : 0);
    }
  });
});
