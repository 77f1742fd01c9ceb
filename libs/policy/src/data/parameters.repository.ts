import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newId } from '#platform/kernel';
import type { Tx } from '#platform/database';
import { units } from '../domain/definition.js';
import type { ParameterRow } from '../domain/parameter.js';
import { isParameterKey, readValue, toStored } from '../domain/registry.js';
import { isScope } from '../domain/scope.js';

/** Any fixed number: all who change the register meet at it, one at a time. */
const registerLock = 7_153_202;

export const storedParameter = z.object({
  key: z.string(),
  scope: z.string(),
  value: z.json(),
  unit: z.enum(units),
  effective_from: z.string(),
  effective_to: z.string().nullable(),
  source: z.string(),
  confidence: z.enum(['source', 'K', 'D']),
  rule: z.string(),
  says: z.string(),
});

export const parameterColumns = `key, scope, value, unit, effective_from::text as effective_from,
       effective_to::text as effective_to, source, confidence, rule, says`;

/**
 * Rows as the code understands them. A key no code asks for any more, or a value that no longer fits its key's form, binds
 * nobody and is left out; `seed` adds what a release needs.
 */
export function understood(rows: readonly z.infer<typeof storedParameter>[]): ParameterRow[] {
  return rows.flatMap((row) => {
    if (!isParameterKey(row.key) || !isScope(row.scope)) return [];
    const value = readValue(row.key, row.value);
    return value.success ? [{ ...row, key: row.key, scope: row.scope, value: value.data }] : [];
  });
}

@Injectable()
export class Parameters {
  /** All rows of the register, nobody else changing it until this transaction ends. */
  async lockAll(tx: Tx): Promise<ParameterRow[]> {
    await tx.run(`select pg_advisory_xact_lock($1)`, [registerLock]);
    return understood(await tx.many(storedParameter, `select ${parameterColumns} from policy.parameter`));
  }

  /** Ends the row of a key and scope that began on `effective_from`. */
  async close(
    tx: Tx,
    row: Pick<ParameterRow, 'key' | 'scope' | 'effective_from'>,
    effective_to: string,
  ): Promise<void> {
    await tx.run(
      `update policy.parameter set effective_to = $4 where key = $1 and scope = $2 and effective_from = $3`,
      [row.key, row.scope, row.effective_from, effective_to],
    );
  }

  /** Adds rows in one statement. @returns how many */
  add(tx: Tx, rows: readonly ParameterRow[], proposalId: string | null = null): Promise<number> {
    const list = rows.map((row) => ({ ...row, id: newId(), value: toStored(row.value) }));
    return tx.run(
      `insert into policy.parameter (id, key, scope, value, unit, effective_from, effective_to, source, confidence, rule,
                                     says, proposal_id, added_at)
       select r.id, r.key, r.scope, r.value, r.unit, r.effective_from, r.effective_to, r.source, r.confidence, r.rule,
              r.says, $2, $3
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, key text, scope text, value jsonb, unit text, effective_from date, effective_to date, source text,
                confidence text, rule text, says text)`,
      [JSON.stringify(list), proposalId, tx.now],
    );
  }
}
