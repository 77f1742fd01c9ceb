import { execFile } from 'node:child_process';
import { once } from 'node:events';

export interface Outcome {
  code: number;
  out: string;
  err: string;
  /** Of `--json`. */
  json: unknown;
}

/** Runs the built command line as an operator would, on this worker's database. */
export async function bazaar(args: string, env: Record<string, string | undefined> = {}): Promise<Outcome> {
  const words = args.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));
  const child = execFile(process.execPath, ['dist/apps/cli/src/main.js', ...words], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text: string) => (out += text));
  child.stderr?.on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, out, err, json: /^[[{]/.test(out) ? (JSON.parse(out) as unknown) : null };
}
