import { withBazaar } from '../../context.js';
import type { Asked } from '../../options.js';
import { print } from '../../terminal.js';
import { DemoGoodsModule } from '../goods/demo-goods.module.js';
import { marksOf } from './judge.js';
import { JudgeShelf } from './judge-shelf.js';
import { queryKinds } from './queries.js';

/** Prints the marks of the shelf: over all golden queries, by kind, and each that is not answered in full. */
export async function judgeShelf(options: Asked): Promise<void> {
  const judged = await withBazaar('demo judge', (app) => app.get(JudgeShelf).run(), undefined, DemoGoodsModule);
  const marks = marksOf(judged);
  const row = (name: string, { queries, recall, mrr }: ReturnType<typeof marksOf>): string =>
    `${name.padEnd(12)} ${String(queries).padStart(3)} queries  recall@10 ${recall.toFixed(3)}  MRR ${mrr.toFixed(3)}`;
  print(options.json, { ...marks, judged }, () => [
    ...queryKinds.map((kind) => row(kind, marksOf(judged.filter((one) => one.kind === kind)))),
    row('all', marks),
    ...judged
      .filter((one) => one.recall < 1 || one.reciprocal < 1)
      .map((one) => `  ${one.text}: recall ${one.recall.toFixed(2)}, first ${one.reciprocal.toFixed(2)}`),
  ]);
}
