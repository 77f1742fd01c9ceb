import { OpenTransaction } from '../../src/open-transaction.js';

/**
 * Stands between every transaction of this process and its end.
 * @param around  gets the end itself: it may throw before it, as a process that dies, or after it
 * @returns lets them end by themselves again
 */
export function atEachEnd(around: (end: () => Promise<void>) => Promise<void>): () => void {
  const { commit } = OpenTransaction.prototype;
  const spy = jest.spyOn(OpenTransaction.prototype, 'commit').mockImplementation(function (this: OpenTransaction) {
    return around(() => commit.call(this));
  });
  return () => spy.mockRestore();
}
