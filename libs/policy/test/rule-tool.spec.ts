import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const tool = join(__dirname, '../../../tools/rule.mjs');
const rule = (...args: string[]) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });

describe('npm run rule', () => {
  it('prints the sentence, the code, the tests and the numbers of a rule', () => {
    const kept = rule('R-0.3').stdout;
    expect(kept).toContain('docs/rules/policy.md:');
    expect(kept).toContain('parameterAt  libs/policy/src/domain/resolve-parameter.ts:');
    expect(kept).toContain('R-0.3 the most specific scope answers  libs/policy/test/resolve-parameter.spec.ts:');
    const numbers = rule('R-1.2').stdout;
    expect(numbers).toContain('from 2019-04-02 until 2024-07-10: ₹25,000  [source] S4');
    expect(numbers).toContain('from 2024-07-10: ₹10,00,000');
  });

  it('lists all rules when none is named, and says when a rule is unknown', () => {
    expect(rule().stdout).toMatch(/^R-0\.4 +A document keeps/m);
    const unknown = rule('R-99.9');
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('Nothing is known about R-99.9')]);
  });
});
