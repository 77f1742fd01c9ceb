/** One member of a request that was found wrong; `pointer` is a JSON Pointer as URI fragment (`#/lines/0/quantity`). */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** A refusal as a row: the status, the rule it comes from, the sentence, and what the caller can do next. */
export interface ErrorRow {
  status: number;
  rule?: string;
  says: (facts: never) => string;
  next?: string;
}

/**
 * Business says no. Becomes `application/problem+json` with `code`, `rule` and `facts` (STD-1.1).
 * A broken invariant is not a DomainError: use `assert`.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly rule?: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly next?: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** What `/problems/{code}` tells about a code. */
export interface ProblemPage {
  code: string;
  module: string;
  status: number;
  rule?: string;
  next?: string;
}

const catalogue = new Map<string, ProblemPage>();

/** Every refusal code known to this process, for `/problems/{code}` and for the test that each one is tested. */
export const problemCatalogue: ReadonlyMap<string, ProblemPage> = catalogue;

type FactsOf<R extends ErrorRow> = Parameters<R['says']> extends [infer F] ? F : undefined;

/**
 * Declares the refusals of a module as a table and returns `fail(code, facts)`, which makes the error to throw.
 * A code belongs to one module: declaring it twice stops the process at start.
 */
export function domainErrors<const T extends Record<string, ErrorRow>>(module: string, rows: T) {
  for (const [code, row] of Object.entries(rows)) {
    const known = catalogue.get(code);
    if (known && known.module !== module)
      throw new Error(`refusal ${code} is declared by ${known.module} and ${module}`);
    catalogue.set(code, { code, module, status: row.status, rule: row.rule, next: row.next });
  }
  return {
    fail: <K extends keyof T & string>(
      code: K,
      ...[facts]: FactsOf<T[K]> extends undefined ? [] : [facts: FactsOf<T[K]>]
    ): DomainError => {
      const row: ErrorRow = rows[code]!;
      const says = row.says as (f: unknown) => string;
      return new DomainError(code, row.status, says(facts), row.rule, { ...(facts as object | undefined) }, row.next);
    },
  };
}
