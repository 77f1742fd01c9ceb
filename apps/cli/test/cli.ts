import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { run } from '../src/program.js';
import { told } from '../src/told.js';

export interface Outcome {
  code: number;
  out: string;
  err: string;
  /** Of `--json`. */
  json: unknown;
}

/** Runs the built command line as an operator would, on this worker's database. */
export async function bazaar(args: string, env: Record<string, string | undefined> = {}): Promise<Outcome> {
  const child = execFile(process.execPath, ['dist/apps/cli/src/main.js', ...wordsOf(args)], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text: string) => (out += text));
  child.stderr?.on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return outcome(code ?? -1, out, err);
}

/** The same without a process of its own: much quicker, for tests that give many commands. */
export async function bazaarHere(args: string): Promise<Outcome> {
  const [out, err] = [heard(process.stdout), heard(process.stderr)];
  let code = 1;
  try {
    code = await run(wordsOf(args));
  } catch (error) {
    process.stderr.write(told(error, args.includes('--json')));
  } finally {
    process.exitCode = undefined;
    out.stop();
    err.stop();
  }
  return outcome(code, out.text(), err.text());
}

/** Takes what is written to a stream, and lets nothing through. */
function heard(stream: NodeJS.WriteStream): { text(): string; stop(): void } {
  let said = '';
  const spy = jest.spyOn(stream, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  return { text: () => said, stop: () => spy.mockRestore() };
}

const wordsOf = (args: string): string[] => args.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));

const outcome = (code: number, out: string, err: string): Outcome => ({
  code,
  out,
  err,
  json: /^[[{]/.test(out) ? (JSON.parse(out) as unknown) : null,
});
