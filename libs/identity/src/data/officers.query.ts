import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { Persons } from './persons.repository.js';
import { Posts } from './posts.repository.js';

/** A post, who holds it, and with which roles. */
export interface OfficerView {
  postId: string;
  organisationId: string;
  title: string;
  rank: string;
  division: string | null;
  holder: { personId: string; name: string; email: string | null } | null;
  roles: { grantId: string; role: string }[];
}

@Injectable()
export class OfficersQuery {
  constructor(
    private readonly posts: Posts,
    private readonly persons: Persons,
  ) {}

  /** Open posts of an organisation and everything under it. The caller has been checked. */
  async ofHouse(tx: Tx, organisationId: string): Promise<OfficerView[]> {
    const posts = await this.posts.ofHouse(tx, organisationId);
    const grants = await tx.many(
      z.object({ id: z.uuid(), post_id: z.uuid(), role: z.string() }),
      `select id, post_id, role from identity.role_grant
        where post_id = any($1::uuid[]) and state <> 'ended' order by id`,
      [posts.map((post) => post.id)],
    );
    const holders = await this.persons.contacts(
      tx,
      posts.flatMap((post) => post.holder_person_id ?? []),
    );
    return posts.map((post) => {
      const holder = holders.find((person) => person.personId === post.holder_person_id);
      return {
        postId: post.id,
        organisationId: post.organisation_id,
        title: post.title,
        rank: post.rank,
        division: post.division,
        holder: holder ? { personId: holder.personId, name: holder.name, email: holder.email } : null,
        roles: grants
          .filter((grant) => grant.post_id === post.id)
          .map((grant) => ({ grantId: grant.id, role: grant.role })),
      };
    });
  }
}
