import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOfPdf } from '#platform/testing';
import { PrinterDown, PrintHouse } from '../src/index.js';
import { paper } from './builders/paper.js';

describe('S-15 papers are printed in a process of their own', () => {
  const houses: PrintHouse[] = [];
  const house = (...terms: ConstructorParameters<typeof PrintHouse>): PrintHouse => {
    houses.push(new PrintHouse(...terms));
    return houses.at(-1)!;
  };
  afterAll(() => houses.forEach((each) => each.onModuleDestroy()));
  const program = (text: string): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'printer-')), 'printer.mjs');
    writeFileSync(file, text);
    return file;
  };

  test('S-15 what comes back is the paper; its printer is replaced after so many', async () => {
    const press = house({ papers_max: 2 });
    const first = await press.print(paper);
    expect(textOfPdf(first).join('\n')).toContain('क्षत्रिय हथकरघा समिति');
    const pid = press.pid;
    expect(pid).not.toBeNull();
    expect((await press.print(paper)).equals(first)).toBe(true);
    expect(press.pid).toBeNull();
    expect((await press.print(paper)).equals(first)).toBe(true);
    expect(press.pid).not.toBe(pid);
  });

  test('S-15 a printer that was killed at work harms its own paper only: asked again, there is another', async () => {
    const press = house({});
    await press.print(paper);
    const failing = press.print(paper);
    const next = press.print(paper);
    setImmediate(() => process.kill(press.pid!, 'SIGKILL'));
    await expect(failing).rejects.toThrow(PrinterDown);
    expect((await next).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('S-15 one that hangs is given up and ended; one that says no is asked no more of that paper', async () => {
    const hangs = house({ limit_ms: 400, program: program(`process.on('message', () => { for (;;); });`) });
    const asked = hangs.print(paper);
    await expect(asked).rejects.toThrow('it took longer than 400 ms');
    expect(hangs.pid).toBeNull();
    const refuses = house({
      program: program(`process.on('message', ({ n }) => process.send({ n, fault: 'no ink' }));`),
    });
    await expect(refuses.print(paper)).rejects.toThrow('no paper was printed: no ink');
  });

  test('S-61 the printer is told the paper and nothing else', async () => {
    process.env['HOUSE_SECRET'] = 'of the house';
    const tells = house({
      program: program(
        `process.on('message', ({ n }) => process.send({ n, pdf: Buffer.from(Object.keys(process.env).join(' ')) }));`,
      ),
    });
    const known = (await tells.print(paper)).toString();
    delete process.env['HOUSE_SECRET'];
    expect(known).toContain('NODE_ENV');
    for (const name of ['HOUSE_SECRET', 'DATABASE_URL', 'PATH']) expect(known).not.toContain(name);
  });

  test('S-15 a printer nobody asks goes home', async () => {
    const press = house({ idle_ms: 50 });
    await press.print(paper);
    for (let n = 0; n < 500 && press.pid !== null; n++) await new Promise((done) => setTimeout(done, 20));
    expect(press.pid).toBeNull();
  });
});
