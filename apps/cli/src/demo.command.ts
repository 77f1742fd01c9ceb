import type { Command } from 'commander';
import { json, reason, type Asked, type AskedChange } from './options.js';

export function demoCommand(program: Command): void {
  const demo = program.command('demo').description('a bazaar to try things in; everything in it is invented');
  demo
    .command('goods')
    .description('put 2,000 invented goods of invented makers on sale; what is there stays (never in production)')
    .addOption(reason('welcome'))
    .addOption(json())
    .action(async (options: Omit<AskedChange, 'dryRun'>) =>
      (await import('./demo/goods/seed-goods.js')).seedGoods(options),
    );
  demo
    .command('judge')
    .description('ask the shelf what people ask, and tell how well it answers: recall and rank over the golden queries')
    .addOption(json())
    .action(async (options: Asked) => (await import('./demo/relevance/judge.command.js')).judgeShelf(options));
}
