import { standing } from '../../libs/platform/testing/src/standing.js';

/** Modules that hold money, orders or stock. */
const watched = ['catalogue', 'ledger', 'orders', 'payments'];

/**
 * Whatever a test did, raced or broke off on its way: no state it leaves behind breaks an invariant. One question to the
 * database, where modules stand that hold money, orders or stock; other files load nothing for it.
 * @rule I-1 I-2 I-3 I-4 I-5 I-6 I-12
 */
afterEach(async () => {
  if (!watched.some((schema) => (standing.schemas.get(schema) ?? 0) > 0)) return;
  const { expectInvariants } = await import('./invariants.js');
  await expectInvariants();
});
