import { execFileSync } from 'node:child_process';

/** What the built log writes for these calls. */
const written = (code: string): string =>
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `import { log } from '#platform/observability'; ${code}`],
    {
      env: { ...process.env, LOG_LEVEL: 'info' },
    },
  ).toString();

describe('the log', () => {
  test('S-64 S-65 numbers that are never kept are not in it', () => {
    const text = written(
      `log.info({ note: 'aadhaar 2341 2341 2346, card 4242 4242 4242 4242' }, 'says 234123412346');`,
    );
    expect(text).toContain('aadhaar XXXX XXXX 2346, card XXXX 4242');
    expect(text).not.toMatch(/2341|4242 4242/);
  });

  test('S-70 what is put into it stays inside its field', () => {
    const text = written(`log.info({ note: 'a\\n{"level":60,"msg":"forged"}' }, 'one line');`);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 30, msg: 'one line' });
  });

  test('S-70 instants, ids and amounts stay readable', () => {
    const text = written(
      `log.info({ id: '01923456-7890-7123-8456-424242424242', amount_paise: 234123412346 }, 'paid');`,
    );
    expect(JSON.parse(text)).toMatchObject({ id: '01923456-7890-7123-8456-424242424242', amount_paise: 234123412346 });
  });
});
