import { z } from 'zod';
import { AnswerQuestion, AskMaker } from '#grievances';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { personActor, type Booted } from '#platform/testing';

/** A complaint's maker was asked, and has answered with a file that nobody has looked at yet. */
export async function answered(booted: Booted, complaintId: string, maker: Actor) {
  const work = booted.get(UnitOfWork);
  const officer = personActor({ permissions: new Set(['admin:complaints']) });
  await booted.as(officer, () => booted.get(AskMaker).run(complaintId, 'How was it dyed?'));
  const sql = `select q.id, q.person_id, q.seller_id from grievances.maker_question q where q.complaint_id = $1`;
  const row = z.object({ id: z.uuid(), person_id: z.uuid(), seller_id: z.uuid() });
  const asked = (await booted.asSystem(() => work.run((tx) => tx.maybe(row, sql, [complaintId]))))!;
  const fileId = newId();
  await booted.asSystem(() =>
    work.run((tx) =>
      tx.run(
        `insert into grievances.answer_file
           (id, question_id, person_id, seller_id, content_type, size_bytes, sha256, storage_key, state, given_at)
         values ($1::uuid, $2, $3, $4, 'image/jpeg', 9, repeat('0', 64), $1::text, 'waiting', now())`,
        [fileId, asked.id, asked.person_id, asked.seller_id],
      ),
    ),
  );
  await booted.as(maker, () => booted.get(AnswerQuestion).run(asked.id, 'With indigo.', [fileId]));
  return { questionId: asked.id, fileId };
}
