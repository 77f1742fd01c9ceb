import { boot, type Booted } from '#platform/testing';
import { AskCode, IdentityModule, parseContact } from '../src/index.js';

/** SMS pumping: numbers of one series asked for in turn, so that somebody earns by the messages. */
describe('S-34 codes to a series of numbers', () => {
  let app: Booted;
  beforeAll(async () => {
    process.env['OTP_PREFIX_DAY_MAX'] = '25';
    app = await boot([IdentityModule]);
  });
  afterAll(() => app.close());

  const ask = (mobile: string) => app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(mobile)!));
  const inSeries = (series: string, i: number) => `${series}${String(i).padStart(5, '0')}`;

  test('S-34 have a limit per day, whether asked for one by one or all at once; other series go on', async () => {
    const series = String(70_000 + Math.floor(Math.random() * 9_999));
    const all = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => ask(inSeries(series, i))));
    const sent = all.filter((each) => each.status === 'fulfilled').length;
    expect(sent).toBe(25);
    await expect(ask(inSeries(series, 99))).rejects.toMatchObject({ code: 'too_many_codes', status: 429 });
    await ask(inSeries(String(Number(series) + 10_000), 1));
    await app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(`kavita${series}@example.in`)!));
  });
});
