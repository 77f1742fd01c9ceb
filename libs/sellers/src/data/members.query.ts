import { Injectable } from '@nestjs/common';
import { PersonsQuery } from '#identity';
import { seeingAll, type Tx } from '#platform/database';
import { istDay } from '#platform/time';
import type { MemberShare } from '../domain/member.js';
import { Members, type Member } from './members.repository.js';
import { Sellers } from './sellers.repository.js';
import { SellersQuery } from './sellers.query.js';

/** A member with her share of today; 0 when she has none. */
export type MemberView = Member & { share_bp: number };
/** The same for herself, with the group's name. */
export type Membership = MemberView & { shop: string };

@Injectable()
export class MembersQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly members: Members,
    private readonly shops: SellersQuery,
    private readonly persons: PersonsQuery,
  ) {}

  /** Members of the caller's own group, those who left among them. @throws seller_unknown (404) @rule S-42 */
  async own(tx: Tx, sellerId: string): Promise<MemberView[]> {
    await this.sellers.findOwn(tx, sellerId);
    const shares = await this.members.sharesOn(tx, sellerId, istDay(tx.now));
    return (await this.members.of(tx, sellerId)).map((member) => ({ ...member, share_bp: partOf(shares, member.id) }));
  }

  /**
   * Members of a group on the caller's desk: who, since when, whether and how she agreed, and her share of today; no mobile
   * and no paper, which the decision does not need. Empty for sellers who have none. That it was read is recorded.
   * @throws seller_unknown (404)
   * @rule S-42
   */
  async onDesk(tx: Tx, sellerId: string): Promise<Omit<MemberView, 'mobile'>[]> {
    await this.sellers.findOnDesk(tx, sellerId);
    tx.audit({ action: 'sellers.members_read', object: { kind: 'seller', id: sellerId } });
    const shares = await this.members.sharesOn(tx, sellerId, istDay(tx.now));
    return (await this.members.of(tx, sellerId)).map(({ mobile: _withheld, ...member }) => ({
      ...member,
      share_bp: partOf(shares, member.id),
    }));
  }

  /**
   * Who has which part of what the group earns on a day: adds up to 10 000 basis points, or is empty for sellers without
   * shares. For the split of payouts.
   * @param day  a legal day, `YYYY-MM-DD`
   */
  sharesOn(tx: Tx, sellerId: string, day: string): Promise<MemberShare[]> {
    return this.members.sharesOn(tx, sellerId, day);
  }

  /**
   * Names of the members of the caller's own group, for who divides its money: those who left among them, and no way to
   * reach them. Another's group has nobody.
   * @rule S-42 S-43
   */
  async named(tx: Tx, sellerId: string): Promise<Pick<Member, 'id' | 'name' | 'left_on'>[]> {
    if (sellerId !== tx.actor.organisationId) return [];
    return (await this.members.of(tx, sellerId)).map(({ id, name, left_on }) => ({ id, name, left_on }));
  }

  /** The caller's own membership of groups: where she agreed by a code to the mobile she signs in with. @rule S-42 S-66 */
  async mine(tx: Tx): Promise<Membership[]> {
    const { personId } = tx.actor;
    const mobile = personId === null ? null : ((await this.persons.contactOf(personId))?.mobile ?? null);
    if (mobile === null) return [];
    return seeingAll(tx, async () => {
      const found: Membership[] = [];
      for (const member of await this.members.withMobile(tx, mobile)) {
        const shares = await this.members.sharesOn(tx, member.seller_id, istDay(tx.now));
        const { name: shop } = await this.shops.byId(tx, member.seller_id);
        found.push({ ...member, share_bp: partOf(shares, member.id), shop });
      }
      return found;
    });
  }
}

const partOf = (shares: readonly MemberShare[], id: string): number =>
  shares.find(({ memberId }) => memberId === id)?.share_bp ?? 0;
