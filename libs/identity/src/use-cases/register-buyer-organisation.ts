import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, assertFreshSecondFactor, newId } from '#platform/kernel';
import { BuyerRegistrationEntity } from '../data/buyer-registration.entity.js';
import { Persons } from '../data/persons.repository.js';
import { Posts } from '../data/posts.repository.js';
import { identityConfig } from '../config.js';
import { isOfficialMailbox, type Contact } from '../domain/contact.js';
import { fail } from '../domain/errors.js';
import { BuyerRegistered } from '../domain/events.js';
import { assertRankFits, type PostRank } from '../domain/ranks.js';
import { CreateOrganisation } from './create-organisation.js';
import { GrantRole } from './grant-role.js';

export interface BuyerToRegister {
  /** The department it stands under; departments are entered by platform administrators. */
  departmentId: string;
  name: string;
  buyerClass: string | null;
  stateCode: string | null;
  districtId: string | null;
  post: { title: string; rank: PostRank };
  /** Official mailbox of the officer who is to verify. */
  verifier: Contact;
}

@Injectable()
export class RegisterBuyerOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: Persons,
    private readonly posts: Posts,
    private readonly createOrganisation: CreateOrganisation,
    private readonly grantRole: GrantRole,
  ) {}

  /**
   * An officer registers the organisation they head and becomes its primary user once another officer has verified it.
   * Until then neither the organisation nor the role counts.
   * @throws official_mailbox_needed, verifier_does_not_fit, rank_too_low (422), second_factor_needed (403)
   * @rule  
   */
  run(wanted: BuyerToRegister): Promise<{ registrationId: string; organisationId: string }> {
    return this.work.run(async (tx) => {
      const personId = tx.actor.personId;
      assert(personId !== null, 'a registration is made by a person');
      assertFreshSecondFactor(tx.actor, new Date());
      await this.assertOfficers(tx, personId, wanted.verifier);
      assertRankFits('gov_primary_user', wanted.post.rank);
      const organisationId = await this.createOrganisation.inside(tx, {
        kind: 'buyer_organisation',
        name: wanted.name,
        parentId: wanted.departmentId,
        buyerClass: wanted.buyerClass,
        stateCode: wanted.stateCode,
        districtId: wanted.districtId,
        state: 'pending',
      });
      const postId = await this.posts.add(tx, {
        organisationId,
        ...wanted.post,
        division: null,
        holderPersonId: personId,
      });
      await this.grantRole.give(tx, { personId, organisationId, role: 'gov_primary_user', postId }, 'proposed');
      const registrationId = await this.keep(tx, { personId, organisationId, postId, verifier: wanted.verifier });
      tx.emit(BuyerRegistered, { registrationId, organisationId });
      return { registrationId, organisationId };
    });
  }

  private async assertOfficers(tx: Tx, personId: string, verifier: Contact): Promise<void> {
    const me = await this.persons.byId(tx, personId);
    if (!me?.is_official_mailbox) throw fail('official_mailbox_needed');
    const [own] = await this.persons.contacts(tx, [personId]);
    const fits =
      verifier.kind === 'email' &&
      isOfficialMailbox(verifier.value, identityConfig().OFFICIAL_MAIL_DOMAINS) &&
      verifier.value !== own?.email;
    if (!fits) throw fail('verifier_does_not_fit');
  }

  private async keep(
    tx: Tx,
    made: { personId: string; organisationId: string; postId: string; verifier: Contact },
  ): Promise<string> {
    const id = newId();
    await tx.insert(BuyerRegistrationEntity, {
      id,
      organisation_id: made.organisationId,
      primary_person_id: made.personId,
      post_id: made.postId,
      verifier_lookup: this.persons.lookup(made.verifier),
      state: 'pending',
      asked_at: tx.now,
      decided_by: null,
      decided_at: null,
      reason: null,
    });
    return id;
  }
}
