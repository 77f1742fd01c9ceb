import { hostname, userInfo } from 'node:os';

/** `asha@db-1`, as the operating system knows them. */
export function operator(): string {
  let user = process.env['SUDO_USER'];
  try {
    user ??= userInfo().username;
  } catch {
    user ??= `uid ${process.getuid?.() ?? 'unknown'}`; // a container without a list of users
  }
  return `${user}@${hostname()}`;
}

/** People read lines; programs ask for `--json`. */
export function print(json: boolean, value: unknown, lines: () => readonly string[]): void {
  process.stdout.write(
    json
      ? `${JSON.stringify(value)}\n`
      : lines()
          .map((line) => `${line}\n`)
          .join(''),
  );
}

/** A line that counts up on a terminal, and nothing elsewhere. */
export function progress(json: boolean): { show(text: string): void; end(): void } {
  const shown = !json && process.stderr.isTTY;
  const write = (text: string): void => void (shown && process.stderr.write(`\r\u001B[2K${text}`));
  return { show: write, end: () => write('') };
}
