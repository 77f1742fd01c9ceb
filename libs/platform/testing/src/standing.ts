/** What stands on the database of a test file now: `test/support/after-each.ts` looks at it after each test. */
export const standing = {
  /** Schemas that booted modules write, and how many of them stand. */
  schemas: new Map<string, number>(),

  /** @returns takes them away again */
  put(schemas: Iterable<string>): () => void {
    const put = new Set(schemas);
    const change = (by: 1 | -1) => {
      for (const schema of put) this.schemas.set(schema, (this.schemas.get(schema) ?? 0) + by);
    };
    change(1);
    return () => change(-1);
  },
};
