import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Persons } from './persons.repository.js';

const lineRow = z.object({
  id: z.uuid(),
  at: z.date(),
  delegate_id: z.uuid(),
  action: z.string(),
  object_kind: z.string(),
  object_id: z.string(),
});

/** One thing done in somebody's name. */
export interface DelegateLogLine {
  id: string;
  at: string;
  /** Who did it: a delegate, or a member of staff who looked. */
  by: string;
  did: string;
  object: { kind: string; id: string };
}

/** What others did in a person's name, for that person to read. @rule S-45 */
@Injectable()
export class DelegateLogQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
  ) {}

  /** The newest first; `before` is the id of the last line already seen. */
  ofMine(limit: number, before: string | null): Promise<DelegateLogLine[]> {
    return this.work.run(async (tx) => {
      const rows = await tx.many(
        lineRow,
        `select id, at, delegate_id, action, object_kind, object_id from platform.v_done_in_the_name_of
          where person_id = $1 and ($3::uuid is null or id < $3)
          order by id desc limit $2`,
        [tx.actor.personId, limit, before],
      );
      const ids = rows.map((row) => row.delegate_id);
      const people = await seeingAll(tx, () => this.persons.contacts(tx, ids));
      return rows.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        by: people.find((person) => person.personId === row.delegate_id)?.name ?? 'an erased person',
        did: row.action,
        object: { kind: row.object_kind, id: row.object_id },
      }));
    });
  }
}
