import { createHash } from 'node:crypto';
import { log } from '#platform/observability';

/** A statement of that name is not there, or already: a pooler lends another connection for every statement. */
const poolerBetween = new Set(['26000', '42P05']);
/** A migration gave a table or view other columns than the statement was prepared with. */
const preparedBefore = { code: '0A000', text: 'cached plan' };

/**
 * How often PostgreSQL plans a statement. `once` is for one of few texts that finds its rows by key or in the order
 * of an index, where planning takes as long as finding: a search with words or tags is better planned for the values it gets.
 */
export type Planned = 'each time' | 'once';

/**
 * Names under which statements stay prepared on a connection, so that PostgreSQL reads and plans each text once.
 * It learns from the database's refusals: then the same work is done again, by other names or by none.
 */
export class PreparedTexts {
  private mayPrepare = true;
  /** Of what was prepared since the last migration that was noticed. */
  private generation = 0;
  private readonly digests = new Map<string, string>();

  /** @param most texts that are kept; each is remembered by every connection until it ends, so whatever comes later is not */
  constructor(
    private readonly kind: string,
    private readonly most: number,
  ) {}

  /** By the text itself: behind a pooler a name may be that of another release. Null when it is sent without one. */
  nameOf(sql: string): string | null {
    if (!this.mayPrepare) return null;
    let digest = this.digests.get(sql);
    if (digest === undefined) {
      if (this.digests.size === this.most) return null;
      digest = createHash('sha256').update(sql).digest('hex').slice(0, 32);
      this.digests.set(sql, digest);
    }
    return `${this.kind}_${digest}_${this.generation}`;
  }

  /** Whether the fault comes from a prepared statement, and the same work may simply be done again. */
  learns(error: unknown): boolean {
    const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
    if (poolerBetween.has(code)) {
      if (this.mayPrepare) log.info('a pooler stands before the database: nothing is prepared');
      this.mayPrepare = false;
      return true;
    }
    if (code !== preparedBefore.code || !message.includes(preparedBefore.text)) return false;
    this.generation++;
    return true;
  }
}
