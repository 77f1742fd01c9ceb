import { readFileSync } from 'node:fs';
import { listingInput } from '#catalogue';
import { planGoods } from '../src/demo/goods/plan.js';
import { drawnOf, describeGoods } from '../src/demo/goods/describe.js';
import { offersOf } from '../src/demo/goods/offers.js';
import { sayDescription, sayTitle } from '../src/demo/goods/sayings.js';
test('t', () => {
  const g = JSON.parse(readFileSync('/tmp/grounds.json', 'utf8'));
  const time = (n: string, f: () => unknown) => { const t = process.cpuUsage(); f(); console.log(n, process.cpuUsage(t).user / 1000); };
  let p: ReturnType<typeof planGoods> = [];
  time('plan', () => (p = planGoods(g)));
  time('drawn', () => p.map(drawnOf));
  const d = p.map(drawnOf);
  time('offers', () => p.map((o, i) => offersOf(o, d[i]!)));
  time('say', () => p.map((o, i) => sayDescription(o, d[i]!) + sayTitle(o, d[i]!)));
  let c: unknown[] = [];
  time('describe', () => (c = p.map((o, i) => describeGoods(o, d[i]!, []))));
  time('parse', () => c.map((o) => listingInput.parse(o)));
});
