// Papers of the tax, printed one after the other as the worker does: how many a second, and whether memory stays flat over
// two thousand of them, in this process and in its printers. Beside them the same papers drawn by the printer's own code with
// no process between: what the safety of a process of its own costs.
import { built } from '../lib/built.mjs';
import { median } from '../lib/report.mjs';
import { memory_mb } from '../lib/service.mjs';

const papers = 2_000;
/** Memory is looked at so often. */
const every = 50;
/** Papers of a round in which both ways are measured, and rounds. */
const [round, rounds] = [20, 8];

/** @param {number} n @returns {import('#platform/print').PrintedPaper} */
const paperOf = (n) => ({
  ...{ title: 'Tax invoice कर बीजक', number: `INV/26-27/${String(n).padStart(6, '0')}`, copy: String(n), remarks: [] },
  madeAt: new Date('2026-11-23T06:00:00Z'),
  facts: [{ label: 'Place of supply आपूर्ति का स्थान', text: '10 Bihar बिहार' }],
  parties: [
    { label: 'Supplier आपूर्तिकर्ता', lines: [`मीना देवी हथकरघा ${n}`, '14 Weavers Lane', 'Champanagar 812001'] },
    { label: 'Recipient प्राप्तकर्ता', lines: [`Farah Test ${n}`, '1 Test Road', '110001'] },
  ],
  columns: [
    { title: 'Goods माल', width: 4 },
    { title: 'Total कुल ₹', width: 1, align: 'right' },
  ],
  rows: Array.from({ length: 5 }, (_, i) => [`Silk stole रेशमी दुपट्टा ${n} ${i}`, '1,04,395.00']),
  totals: [{ label: 'Total कुल राशि', text: '₹5,21,975.00' }],
  notes: ['शब्दों में: पाँच लाख इक्कीस हज़ार नौ सौ पचहत्तर रुपये मात्र'],
  // One in ten goes to a registered business, and bears a code as long as the portal's.
  codes: n % 10 === 0 ? [{ label: 'IRN', text: 'eyJhbGciOiJSUzI1NiJ9'.repeat(30) }] : [],
});

/**
 * Papers a second by the press and drawn here, by turns, so that a busy machine is as busy for either.
 *
 * @param {import('#platform/print').PrintHouse} press
 * @param {typeof import('#platform/print').paperPdf} paperPdf
 * @returns {Promise<[number, number]>}
 */
async function beside(press, paperPdf) {
  const ways = [
    (/** @type {number} */ n) => press.print(paperOf(n)),
    (/** @type {number} */ n) => paperPdf(paperOf(n)),
  ];
  const took_ms = ways.map(() => 0);
  try {
    for (const way of ways) await way(1); // fonts are read
    for (let at = 0; at < rounds; at++) {
      for (const [i, way] of ways.entries()) {
        const began = performance.now();
        for (let n = 1; n <= round; n++) await way(at * round + n);
        took_ms[i] = (took_ms[i] ?? 0) + performance.now() - began;
      }
    }
  } finally {
    press.onModuleDestroy();
  }
  const [press_ms = 1, here_ms = 1] = took_ms;
  return [(round * rounds * 1_000) / press_ms, (round * rounds * 1_000) / here_ms];
}

/** @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function measurePapers() {
  const { PrintHouse, paperPdf } = await built('libs/platform/print/src/index.js');
  const press = new PrintHouse();
  /** @type {number[]} */
  const here = [];
  /** @type {number[]} */
  const there = [];
  const began = process.hrtime.bigint();
  try {
    for (let n = 1; n <= papers; n++) {
      await press.print(paperOf(n));
      if (n % every !== 0) continue;
      here.push(memory_mb(process.pid));
      if (press.pid !== null) there.push(memory_mb(press.pid));
    }
  } finally {
    press.onModuleDestroy();
  }
  const took_s = Number(process.hrtime.bigint() - began) / 1e9;
  const [printed, drawn] = await beside(new PrintHouse(), paperPdf);
  const growth = (/** @type {number[]} */ of) => {
    const quarter = Math.floor(of.length / 4);
    return Math.round((median(of.slice(-quarter)) / median(of.slice(quarter, 2 * quarter))) * 100) / 100;
  };
  const flat = { unit: 'MB', goal: 1.15, direction: /** @type {const} */ ('min') };
  const alone = { ratio: null, goal: null };
  return [
    {
      name: 'papers a second',
      value: Math.round((papers / took_s) * 10) / 10,
      unit: '1/s',
      ...alone,
      direction: 'max',
    },
    {
      name: 'papers a second, to papers drawn without a process of their own',
      value: Math.round(printed * 10) / 10,
      unit: '1/s',
      ratio: Math.round((printed / drawn) * 100) / 100,
      goal: 0.8,
      direction: 'max',
    },
    {
      name: `worker after ${papers} papers, last quarter to second`,
      value: here.at(-1) ?? 0,
      ratio: growth(here),
      ...flat,
    },
    { name: 'printer, the same', value: there.at(-1) ?? 0, ratio: growth(there), ...flat },
    { name: 'printer at its largest', value: Math.max(...there), unit: 'MB', ...alone, direction: 'min' },
  ];
}
