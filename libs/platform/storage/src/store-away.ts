/** The store did not do what it was asked, and may later: a request is answered 503, a job is tried again. @rule S-75 */
export class StoreAway extends Error {
  readonly statusCode = 503;

  constructor(what: string, cause: unknown) {
    super(`the object store did not ${what}: ${cause instanceof Error ? cause.name : 'no answer'}`, { cause });
    this.name = 'StoreAway';
  }
}
