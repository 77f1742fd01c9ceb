import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { ChargeTransferEntity } from '../data/buyer-registration.entity.js';
import { isWithin } from '../data/house.js';
import { Persons } from '../data/persons.repository.js';
import { Posts, type Post } from '../data/posts.repository.js';
import { RoleGrants } from '../data/role-grants.repository.js';
import type { Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { ChargeTransferred } from '../domain/events.js';
import type { Role } from '../domain/permissions.js';
import { EndRole } from './end-role.js';
import { GrantRole, type RoleToGrant } from './grant-role.js';

/** Posts and who holds them. A post owns its transactions; whoever holds it carries them on. @rule */
@Injectable()
export class TransferCharge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly posts: Posts,
    private readonly persons: Persons,
    private readonly grants: RoleGrants,
    private readonly grantRole: GrantRole,
    private readonly endRole: EndRole,
  ) {}

  /**
   * Puts an officer into a vacant post with the roles of that post.
   * @throws post_is_held (409), person_not_found (404), official_mailbox_needed, rank_too_low (422), duties_not_separate (403)
   * @rule  
   */
  appoint(postId: string, officer: Contact, roles: readonly Role[]): Promise<void> {
    return this.work.run(async (tx) => {
      const post = await this.ownPost(tx, postId);
      if (post.holder_person_id !== null) throw fail('post_is_held');
      const toPersonId = await this.officer(tx, officer);
      await this.posts.setHolder(tx, postId, toPersonId);
      for (const role of roles)
        await this.grantRole.inside(tx, { personId: toPersonId, organisationId: post.organisation_id, role, postId });
      await this.keep(tx, post, toPersonId, 'appointment');
    });
  }

  /**
   * Hands a post with its roles and its open work to a successor; without one the post stands vacant.
   * The successor must be able to hold the roles; otherwise nothing is handed over.
   * @throws post_is_vacant (409), duties_not_separate (403), person_not_found (404)
   * @rule
   */
  run(postId: string, successor: Contact | null, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const post = await this.ownPost(tx, postId);
      if (post.holder_person_id === null) throw fail('post_is_vacant');
      const toPersonId = successor === null ? null : await this.officer(tx, successor);
      const grants = await seeingAll(tx, () => this.grants.ofPost(tx, postId));
      for (const grant of grants) await this.endRole.end(tx, grant, 'charge transferred');
      await this.posts.setHolder(tx, postId, toPersonId);
      if (toPersonId !== null) {
        for (const { role, organisationId } of grants)
          await this.hand(tx, { personId: toPersonId, organisationId, role, postId });
      }
      await this.keep(tx, post, toPersonId, reason);
    });
  }

  /** The successor of a primary user counts once the verifying authority has confirmed them. @rule */
  private async hand(tx: Tx, wanted: RoleToGrant): Promise<void> {
    if (wanted.role === 'gov_primary_user') await this.grantRole.give(tx, wanted, 'proposed');
    else await this.grantRole.inside(tx, wanted);
  }

  /** A post of the house the caller administers. @throws post_not_found (404) */
  private async ownPost(tx: Tx, postId: string): Promise<Post> {
    const post = await this.posts.lock(tx, postId);
    const isOwn = post !== null && (await isWithin(tx, post.organisation_id, tx.actor.organisationId));
    if (!isOwn && tx.actor.kind !== 'system') throw fail('post_not_found');
    if (post === null) throw fail('post_not_found');
    return post;
  }

  /** Officers are named by their official mailbox, which they have proved themselves. @rule */
  private async officer(tx: Tx, contact: Contact): Promise<string> {
    const found = await seeingAll(tx, () => this.persons.byContact(tx, contact));
    if (found?.state !== 'active') throw fail('person_not_found');
    if (!found.is_official_mailbox) throw fail('official_mailbox_needed');
    return found.id;
  }

  private async keep(tx: Tx, post: Post, toPersonId: string | null, reason: string): Promise<void> {
    const [fromPersonId, postId] = [post.holder_person_id, post.id];
    await tx.insert(ChargeTransferEntity, {
      id: newId(),
      post_id: postId,
      organisation_id: post.organisation_id,
      from_person_id: fromPersonId,
      to_person_id: toPersonId,
      transferred_at: tx.now,
      transferred_by: tx.actor.personId,
      reason,
    });
    const ids = { fromPersonId, toPersonId };
    tx.audit({ action: 'post.charge_transferred', object: { kind: 'post', id: postId }, after: ids, reason });
    tx.emit(ChargeTransferred, { postId, ...ids });
  }
}
