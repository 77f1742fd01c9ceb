import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx, UnitOfWork } from '#platform/database';
import { isWithin } from '../data/house.js';
import { OfficersQuery, type OfficerView } from '../data/officers.query.js';
import { Posts, type NewPost } from '../data/posts.repository.js';
import { fail } from '../domain/errors.js';
import { CreateOrganisation } from './create-organisation.js';

/** What a primary user arranges in the own house: offices, posts, and the view of who holds them. */
@Injectable()
export class ManageOffices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly posts: Posts,
    private readonly officers: OfficersQuery,
    private readonly createOrganisation: CreateOrganisation,
  ) {}

  /** Opens an office under the organisation acted for. @returns its id @rule */
  openOffice(office: { name: string; stateCode: string | null; districtId: string | null }): Promise<string> {
    return this.work.run((tx) =>
      this.createOrganisation.inside(tx, { kind: 'buyer_office', parentId: tx.actor.organisationId, ...office }),
    );
  }

  /** Makes a vacant post. @returns its id. @throws organisation_not_found (404) outside the own house @rule */
  openPost(post: NewPost): Promise<string> {
    return this.work.run(async (tx) => {
      await this.assertOwn(tx, post.organisationId);
      const id = await this.posts.add(tx, post);
      tx.audit({ action: 'post.opened', object: { kind: 'post', id }, after: { rank: post.rank } });
      return id;
    });
  }

  /** Posts of the house with their holders and roles. */
  list(): Promise<OfficerView[]> {
    return this.work.run(async (tx) => {
      const { organisationId } = tx.actor;
      if (organisationId === null) return [];
      return seeingAll(tx, () => this.officers.ofHouse(tx, organisationId));
    });
  }

  private async assertOwn(tx: Tx, organisationId: string): Promise<void> {
    const isOwn = await isWithin(tx, organisationId, tx.actor.organisationId);
    if (!isOwn && tx.actor.kind !== 'system') throw fail('organisation_not_found');
  }
}
