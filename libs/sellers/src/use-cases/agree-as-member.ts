import { Injectable } from '@nestjs/common';
import { AddressCode, parseContact, SpeakLanguage, type AskedCode } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Documents } from '../data/documents.repository.js';
import { Members, type Member } from '../data/members.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { assertShown } from '../domain/document.js';
import { assertKeepsMembers, assertMembersAsked, assertOpenToMembers } from '../domain/member.js';
import { fail } from '../domain/seller.errors.js';

/** A member agrees that her group keeps her name and gives her a share: by a code to her own mobile, or on paper. */
@Injectable()
export class AgreeAsMember {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly members: Members,
    private readonly documents: Documents,
    private readonly codes: AddressCode,
    private readonly language: SpeakLanguage,
  ) {}

  /**
   * Sends the member a code that names the group, in the language of who applied for it: she is her neighbour.
   * @throws seller_unknown, member_unknown (404), member_has_no_mobile, consent_given, evidence_closed,
   *   members_not_asked_yet (409), too_many_codes (429)
   * @rule S-34
   */
  ask(sellerId: string, memberId: string): Promise<AskedCode> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      assertWritten(seller);
      assertMembersAsked(seller.state);
      const { mobile } = await this.waiting(tx, sellerId, memberId);
      if (mobile === null) throw fail('member_has_no_mobile');
      const contact = parseContact(mobile);
      assert(contact, 'a mobile that is kept is one');
      return this.codes.ask(tx, {
        contact,
        subjectId: memberId,
        boundTo: memberId,
        says: { shop: seller.name.slice(0, 40) },
        language: await this.language.of(tx, seller.applicant_id),
      });
    });
  }

  /** @throws seller_unknown, member_unknown (404), consent_given, evidence_closed (409), code_refused (422) @rule */
  async byCode(sellerId: string, memberId: string, challengeId: string, code: string): Promise<void> {
    await this.work.run(async (tx) => {
      assertWritten(await this.sellers.findOwn(tx, sellerId));
      await this.waiting(tx, sellerId, memberId);
    });
    await this.codes.check(challengeId, code, memberId);
    await this.work.run(async (tx) => {
      assertWritten(await this.sellers.lockOwn(tx, sellerId));
      await this.codes.use(tx, challengeId);
      await this.write(tx, memberId, 'code', null);
    });
  }

  /**
   * On a paper she signed, which a delegate of the maker scanned: for members without a mobile.
   * @throws seller_unknown, member_unknown, document_unknown (404), document_not_scanned, consent_given,
   *   evidence_closed (409), document_infected (410), paper_consent_by_delegate (403)
   * @rule S-35
   */
  onPaper(sellerId: string, memberId: string, documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      assertWritten(await this.sellers.lockOwn(tx, sellerId));
      await this.waiting(tx, sellerId, memberId);
      if (tx.actor.delegateId === null) throw fail('paper_consent_by_delegate');
      const document = await this.documents.find(tx, sellerId, documentId);
      assertShown(document.state);
      if (document.kind !== 'producer_register') throw fail('document_unknown');
      await this.write(tx, memberId, 'paper', documentId);
    });
  }

  private async waiting(tx: Tx, sellerId: string, memberId: string): Promise<Member> {
    const member = await this.members.find(tx, sellerId, memberId);
    if (member.consent !== 'asked') throw fail('consent_given');
    return member;
  }

  private async write(tx: Tx, memberId: string, how: 'code' | 'paper', documentId: string | null): Promise<void> {
    await this.members.agrees(tx, memberId, how, documentId);
    tx.audit({ action: 'sellers.member_agreed', object: { kind: 'seller_member', id: memberId }, after: { how } });
  }
}

function assertWritten(seller: Seller): void {
  assertKeepsMembers(seller.class);
  assertOpenToMembers(seller.state);
}
