import { Injectable } from '@nestjs/common';
import { RoleHoldersQuery } from '#identity';
import type { Tx } from '#platform/database';
import type { Officer } from '../office.js';
import { fail } from '../procurement.errors.js';

/** Who receives: the officer a demand named, and the post from which she does. */
export interface NamedConsignee {
  office_id: string;
  consignee_id: string;
  consignee_post_id: string | null;
}

@Injectable()
export class Consignees {
  constructor(private readonly holders: RoleHoldersQuery) {}

  /**
   * Names who will receive: she holds the role in the demanding office. What she has to do belongs to her post.
   * @throws consignee_without_role
   * @rule 
   */
  async name(tx: Tx, consigneeId: string, officeId: string): Promise<NamedConsignee> {
    const [post] = await this.rolesOf(tx, consigneeId, officeId);
    if (post === undefined) throw fail('consignee_without_role');
    return { office_id: officeId, consignee_id: consigneeId, consignee_post_id: post };
  }

  /**
   * Whether the officer receives these goods now: she holds the role still, from the post that was named; once the charge
   * of that post has passed on, her successor does. Without a post it is the named person only.
   * @rule
   */
  async is(tx: Tx, officer: Officer, named: NamedConsignee): Promise<boolean> {
    if (officer.officeId !== named.office_id) return false;
    const posts = await this.rolesOf(tx, officer.personId, named.office_id);
    if (named.consignee_post_id !== null) return posts.includes(named.consignee_post_id);
    return posts.length > 0 && officer.personId === named.consignee_id;
  }

  /** Whom to tell: the holder of the named post; while it stands vacant, the person who was named. @rule */
  async reader(tx: Tx, named: NamedConsignee): Promise<string> {
    const holder = named.consignee_post_id === null ? null : await this.holders.holder(tx, named.consignee_post_id);
    return holder ?? named.consignee_id;
  }

  private rolesOf(tx: Tx, personId: string, officeId: string): Promise<(string | null)[]> {
    return this.holders.posts(tx, { personId, organisationId: officeId, role: 'gov_consignee' });
  }
}
