import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys, type Place } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { lookUps, type Answers, type LookUp } from '../domain/look-ups.js';

const answerRow = z.object({
  id: z.uuid(),
  look_up: z.enum(lookUps),
  answer_sealed: z.custom<Buffer>((value) => Buffer.isBuffer(value)),
  asked_at: z.date(),
});

const placeOf = (id: string): Place => ({ table: 'sellers.register_answer', column: 'answer_sealed', row: id });

/** Amounts are whole paise beyond what JSON's numbers hold. */
const written = (answer: unknown): string =>
  JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
const read = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && /^[0-9]{1,18}n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  );

/** What registers said about the papers of one submission, kept as it comes: the silent ones alone are asked again. */
@Injectable()
export class RegisterAnswers {
  constructor(private readonly keys: SubjectKeys) {}

  /** Once per look-up and submission; a second answer to the same question is dropped. */
  async keep(tx: Tx, sellerId: string, submission: number, answers: Partial<Answers>): Promise<void> {
    const key = await this.keys.of(tx, sellerId);
    for (const look_up of lookUps) {
      const answer = answers[look_up];
      if (answer === undefined) continue;
      const id = newId();
      await tx.run(
        `insert into sellers.register_answer (id, seller_id, submission, look_up, answer_sealed, asked_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (seller_id, submission, look_up) do nothing`,
        [id, sellerId, submission, look_up, key.seal(placeOf(id), written(answer)), tx.now],
      );
    }
  }

  /** What was said about this submission so far. */
  async of(tx: Tx, sellerId: string, submission: number): Promise<Partial<Answers>> {
    const rows = await tx.many(
      answerRow,
      `select id, look_up, answer_sealed, asked_at from sellers.register_answer
        where seller_id = $1 and submission = $2`,
      [sellerId, submission],
    );
    const key = (await this.keys.existing(tx, [sellerId])).get(sellerId);
    const answers: Partial<Record<LookUp, unknown>> = {};
    for (const row of rows) {
      const opened = key?.open(placeOf(row.id), row.answer_sealed) ?? null;
      if (opened !== null) answers[row.look_up] = read(opened);
    }
    return answers as Partial<Answers>;
  }
}
