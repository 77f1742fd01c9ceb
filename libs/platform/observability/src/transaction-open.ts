import { AsyncLocalStorage } from 'node:async_hooks';

const open = new AsyncLocalStorage<{ readonly isOpen: boolean }>();

/** Work that holds rows until it ends. */
export const withOpen = <T>(transaction: { readonly isOpen: boolean }, work: () => T): T => open.run(transaction, work);

/** Whether what runs now would keep rows waiting: false also for what was begun in a transaction and goes on after it. */
export const isTransactionOpen = (): boolean => open.getStore()?.isOpen ?? false;
