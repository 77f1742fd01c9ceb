import { Injectable } from '@nestjs/common';
import { readMobile } from '#platform/identifiers';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { istDay } from '#platform/time';
import { Members } from '../data/members.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import {
  assertKeepsMembers,
  assertMemberDates,
  assertOpenToMembers,
  assertShares,
  type MemberShare,
} from '../domain/member.js';
import { fail } from '../domain/seller.errors.js';

export interface NewMember {
  name: string;
  mobile: string | null;
  joinedOn: string;
}

/** The register of a group's members and their shares; every change is a row or a version of its own. */
@Injectable()
export class ManageMembers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly members: Members,
  ) {}

  /**
   * Writes a member down. She has a share only once she agreed.
   * @returns her id
   * @throws seller_unknown (404), members_not_kept, evidence_closed (409), member_dates_unfit (422)
   * @rule
   */
  add(sellerId: string, { name, mobile, joinedOn }: NewMember): Promise<string> {
    return this.work.run(async (tx) => {
      await this.group(tx, sellerId);
      assertMemberDates(istDay(tx.now), joinedOn, null);
      const memberId = await this.members.add(tx, sellerId, { name, mobile: mobile && kept(mobile), joinedOn });
      this.note(tx, 'added', memberId);
      return memberId;
    });
  }

  /**
   * A member leaves on a day; who has a share from then on leaves once the shares were set anew.
   * @throws seller_unknown, member_unknown (404), evidence_closed, member_has_share (409), member_dates_unfit (422)
   */
  leave(sellerId: string, memberId: string, leftOn: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.group(tx, sellerId);
      const member = await this.members.find(tx, sellerId, memberId);
      assertMemberDates(istDay(tx.now), member.joined_on, leftOn);
      if (await this.members.hasShareAfter(tx, sellerId, memberId, leftOn)) throw fail('member_has_share');
      await this.members.leaves(tx, memberId, leftOn);
      this.note(tx, 'left', memberId);
    });
  }

  /**
   * Sets who has which part from a day on; the shares of earlier days stay as they were.
   * @throws seller_unknown (404), members_not_kept, evidence_closed (409), shares_unfit (422)
   * @rule 
   */
  setShares(sellerId: string, holdsFrom: string, reason: string, shares: readonly MemberShare[]): Promise<void> {
    return this.work.run(async (tx) => {
      await this.group(tx, sellerId);
      assertShares(shares, await this.members.of(tx, sellerId), holdsFrom, istDay(tx.now));
      await this.members.setShares(tx, sellerId, { holdsFrom, reason }, shares);
      tx.audit({
        action: 'sellers.shares_set',
        object: { kind: 'seller', id: sellerId },
        after: { holdsFrom, members: shares.length },
        reason,
      });
    });
  }

  private async group(tx: Tx, sellerId: string): Promise<void> {
    const seller = await this.sellers.lockOwn(tx, sellerId);
    assertKeepsMembers(seller.class);
    assertOpenToMembers(seller.state);
  }

  private note(tx: Tx, what: 'added' | 'left', memberId: string): void {
    tx.audit({ action: `sellers.member_${what}`, object: { kind: 'seller_member', id: memberId } });
  }
}

function kept(mobile: string): string {
  const read = readMobile(mobile);
  assert(read.ok, 'a mobile was looked at where it came in');
  return read.value;
}
