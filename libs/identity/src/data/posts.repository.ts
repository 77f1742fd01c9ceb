import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { postRanks, type PostRank } from '../domain/ranks.js';
import { PostEntity } from './organisation.entity.js';

const postRow = z.object({
  id: z.uuid(),
  organisation_id: z.uuid(),
  title: z.string(),
  rank: z.enum(postRanks),
  division: z.string().nullable(),
  holder_person_id: z.uuid().nullable(),
});
export type Post = z.infer<typeof postRow>;

const columns = 'p.id, p.organisation_id, p.title, p.rank, p.division, p.holder_person_id';

export interface NewPost {
  organisationId: string;
  title: string;
  rank: PostRank;
  division: string | null;
  holderPersonId?: string;
}

@Injectable()
export class Posts {
  /** An open post, its row held until commit: its charge passes from hand to hand one at a time. */
  lock(tx: Tx, postId: string): Promise<Post | null> {
    return tx.maybe(
      postRow,
      `select ${columns} from identity.post p where p.id = $1 and p.closed_at is null for update`,
      [postId],
    );
  }

  /** An open post, to be looked at. */
  byId(tx: Tx, postId: string): Promise<Post | null> {
    return tx.maybe(postRow, `select ${columns} from identity.post p where p.id = $1 and p.closed_at is null`, [
      postId,
    ]);
  }

  async add(tx: Tx, post: NewPost): Promise<string> {
    const id = newId();
    await tx.insert(PostEntity, {
      id,
      organisation_id: post.organisationId,
      title: post.title,
      rank: post.rank,
      division: post.division,
      holder_person_id: post.holderPersonId ?? null,
      created_at: tx.now,
      closed_at: null,
    });
    return id;
  }

  async setHolder(tx: Tx, postId: string, personId: string | null): Promise<void> {
    await tx.run(`update identity.post set holder_person_id = $2 where id = $1`, [postId, personId]);
  }

  /** Open posts of an organisation and of everything under it. */
  ofHouse(tx: Tx, organisationId: string): Promise<Post[]> {
    return tx.many(
      postRow,
      `with recursive down as (
         select id from identity.organisation where id = $1
         union
         select o.id from identity.organisation o join down on o.parent_id = down.id
       )
       select ${columns} from identity.post p
        where p.organisation_id in (select id from down) and p.closed_at is null
        order by p.id limit 1000`,
      [organisationId],
    );
  }
}
