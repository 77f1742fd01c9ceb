import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { firstWritten } from '#platform/identifiers';

/** In which language a person is written to: that of her account, wherever it was chosen, and no other. */
@Injectable()
export class SpeakLanguage {
  /**
   * From now on she is written to in the first of the languages she reads that we can write; when there is none, nothing
   * changes.
   * @param tags  the preferred one first
   * @rule S-14
   */
  async inside(tx: Tx, personId: string, tags: readonly string[]): Promise<void> {
    const language = firstWritten(tags);
    if (language === null) return;
    const changed = await seeingAll(tx, () =>
      tx.run(`update identity.person set language = $2 where id = $1 and split_part(lower(language), '-', 1) <> $2`, [
        personId,
        language,
      ]),
    );
    if (changed > 0)
      tx.audit({ action: 'person.language_chosen', object: { kind: 'person', id: personId }, after: { language } });
  }

  /** A person's; English for who is not there. */
  async of(tx: Tx, personId: string): Promise<string> {
    const row = await seeingAll(tx, () =>
      tx.maybe(z.object({ language: z.string() }), `select language from identity.person where id = $1`, [personId]),
    );
    return row?.language ?? 'en';
  }
}
