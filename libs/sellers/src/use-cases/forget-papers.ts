import { Injectable } from '@nestjs/common';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { Documents } from '../data/documents.repository.js';
import { Duplicates } from '../data/duplicates.repository.js';
import { Members } from '../data/members.repository.js';
import { Papers } from '../data/evidence.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { endedStates } from '../domain/seller.states.js';

@Injectable()
export class ForgetPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly papers: Papers,
    private readonly members: Members,
    private readonly duplicates: Duplicates,
    private readonly documents: Documents,
    private readonly keys: SubjectKeys,
  ) {}

  /**
   * An application came to nothing: the papers and the address of somebody who never sold anything are needed by nobody, and
   * their key is destroyed. Who was once verified has made sales the books must explain; her papers stay under her key.
   * @rule S-66
   */
  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (!endedStates.includes(seller.state) || seller.verified_at !== null) return;
      await this.papers.forget(tx, sellerId);
      await this.members.forget(tx, sellerId);
      await this.duplicates.forget(tx, sellerId);
      await this.documents.end(tx, sellerId, 'erased');
      await this.keys.destroy(tx, sellerId);
    });
  }
}
