import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, isParameterKey } from '#policy';

const libs = join(__dirname, '../../libs');
const clock = /\b(?:lapses|alarms): \['([^']+)'/g;

const named = readdirSync(libs, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.states.ts'))
  .flatMap((path) =>
    [...readFileSync(join(libs, path), 'utf8').matchAll(clock)].map((found) => [found[1]!, path] as const),
  );

describe('the clocks of the state machines', () => {
  it('are found', () => {
    expect(named.length).toBeGreaterThan(0);
  });

  it.each(named)('%s in %s is a dated parameter that counts time', (key) => {
    expect(isParameterKey(key)).toBe(true);
    if (isParameterKey(key))
      expect(['seconds', 'minutes', 'hours', 'days', 'months']).toContain(definitionOf(key).unit);
  });
});
