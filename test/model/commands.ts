import fc from 'fast-check';
import {
  Accepts,
  AcceptsOne,
  Arrives,
  Cancels,
  CancelsOne,
  Completes,
  DaysPass,
  Declines,
  Delivers,
  Dispatches,
  GoesOn,
  Orders,
  Pays,
  Tells,
} from './order.commands.js';
import { BankTurns, Decides, Disputes, moods, PayoutsMoveOn, TakesBack } from './money.commands.js';
import type { Handled } from './order.model.js';
import { Answers, AsksReturn, ComesBack, Fetched, Receives, Withdraws } from './return.commands.js';
import type { Command, Step } from './step.js';

const nth = fc.nat({ max: 3 });
const handled = fc.constantFrom<Handled>(0, 1, 1, 2);
const amongTwo = fc.integer({ min: 1, max: 2 });
const onceOrTwice = fc.constantFrom<1 | 2>(1, 2);

/** Steps that need no more said than of which order they are. */
const simple = [
  ...[Pays, Cancels, CancelsOne, Accepts, AcceptsOne, Declines, Dispatches, Delivers, Withdraws],
  ...[GoesOn, GoesOn, GoesOn, Arrives, Arrives, Completes, Completes],
] as const;

/** Somebody orders, in one of the ways it is done. */
export const ordering = fc
  .tuple(amongTwo, fc.constantFrom('plainly', 'by a quote', 'with a code'), handled)
  .map((said) => new Orders(...said));
const returning: fc.Arbitrary<Step>[] = [
  fc
    .tuple(nth, handled, amongTwo, fc.constantFrom('changed_mind', 'defect', 'wrong', 'late'))
    .map((said) => new AsksReturn(...said)),
  fc.tuple(nth, handled, fc.boolean()).map((said) => new Answers(...said)),
  fc.tuple(nth, handled, fc.boolean()).map((said) => new Receives(...said)),
  fc.tuple(nth, handled, fc.constantFrom('arrived', 'lost')).map((said) => new Fetched(...said)),
  fc.tuple(nth, handled, amongTwo, fc.boolean()).map((said) => new ComesBack(...said)),
];
const money: fc.Arbitrary<Command>[] = [
  fc.tuple(nth, handled, fc.constantFrom(10_001, 40_000, 1_000_000)).map((said) => new Disputes(...said)),
  fc.tuple(nth, handled, fc.constantFrom(10_001, 70_001, 1_000_000)).map((said) => new TakesBack(...said)),
  fc.tuple(nth, handled, fc.constantFrom('won', 'lost')).map((said) => new Decides(...said)),
  fc.constantFrom(...(Object.keys(moods) as (keyof typeof moods)[])).map((mood) => new BankTurns(mood)),
  fc.tuple(fc.constantFrom('paid', 'failed'), onceOrTwice).map((said) => new PayoutsMoveOn(...said)),
];

/** Everything that can happen to the orders of one piece. */
export const orderCommands = (max: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      ordering,
      fc.tuple(nth, handled, fc.integer({ min: 1, max: 3 })).map((said) => new Tells(...said)),
      ...simple.map((Does) => fc.tuple(nth, handled).map((said) => new Does(...said))),
      ...returning,
      ...money,
      ...[1, 2].map(() => onceOrTwice.map((times) => new DaysPass(times))),
    ],
    { maxCommands: max, size: 'max' },
  );
