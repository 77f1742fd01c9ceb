import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { MembershipEntity, OrganisationEntity, RoleGrantEntity } from '../data/organisation.entity.js';
import { OrganisationsQuery } from '../data/organisations.query.js';
import { SessionFacts } from '../data/session-facts.query.js';
import { fail } from '../domain/errors.js';
import { OrganisationCreated, RoleGranted } from '../domain/events.js';
import { parentKind, type OrganisationKind } from '../domain/organisation-kind.js';

export interface NewOrganisation {
  kind: OrganisationKind;
  name: string;
  /** Given by the caller when it is to be found again (seeds); else made here. */
  id?: string;
  parentId?: string | null;
  districtId?: string | null;
  stateCode?: string | null;
  buyerClass?: string | null;
  state?: 'pending' | 'active';
  /** For a seller: the person who answers for it and becomes `maker_owner`. */
  ownerPersonId?: string;
}

@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsQuery,
    private readonly facts: SessionFacts,
  ) {}

  run(wanted: NewOrganisation): Promise<string> {
    return this.work.run((tx) => this.inside(tx, wanted));
  }

  /** @returns the organisation's id. @throws parent_does_not_fit (422) @rule */
  async inside(tx: Tx, wanted: NewOrganisation): Promise<string> {
    await this.assertParentFits(tx, wanted);
    const id = wanted.id ?? newId();
    await tx.insert(OrganisationEntity, {
      id,
      kind: wanted.kind,
      name: wanted.name,
      parent_id: wanted.parentId ?? null,
      district_id: wanted.districtId ?? null,
      state_code: wanted.stateCode ?? null,
      buyer_class: wanted.buyerClass ?? null,
      state: wanted.state ?? 'active',
      created_at: tx.now,
    });
    if (wanted.ownerPersonId !== undefined) await this.addOwner(tx, id, wanted.ownerPersonId);
    tx.audit({ action: 'organisation.created', object: { kind: 'organisation', id }, after: { kind: wanted.kind } });
    tx.emit(OrganisationCreated, { organisationId: id, kind: wanted.kind });
    return id;
  }

  private async assertParentFits(tx: Tx, wanted: NewOrganisation): Promise<void> {
    const expected = parentKind[wanted.kind];
    const parent = wanted.parentId ? await this.organisations.inside(tx, wanted.parentId) : null;
    const fits = expected ? parent !== null && expected.includes(parent.kind) : !wanted.parentId;
    if (!fits) throw fail('parent_does_not_fit', { kind: wanted.kind, expected: expected?.join(' or ') ?? 'nothing' });
  }

  private async addOwner(tx: Tx, organisationId: string, personId: string): Promise<void> {
    await tx.insert(MembershipEntity, {
      id: newId(),
      person_id: personId,
      organisation_id: organisationId,
      joined_at: tx.now,
      ended_at: null,
    });
    await tx.insert(RoleGrantEntity, {
      id: newId(),
      person_id: personId,
      organisation_id: organisationId,
      post_id: null,
      role: 'maker_owner',
      state: 'active',
      granted_by: tx.actor.personId,
      granted_at: tx.now,
      confirmed_by: null,
      confirmed_at: null,
      ended_by: null,
      ended_at: null,
      end_reason: null,
    });
    tx.emit(RoleGranted, { personId, organisationId, role: 'maker_owner' });
    tx.afterCommit(() => this.facts.forgetPerson());
  }
}
