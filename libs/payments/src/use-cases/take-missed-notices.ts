import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import type { Look } from '../data/differences.repository.js';
import { inBatches, nothingYet, type Compared } from '../domain/compared.js';
import type { PaymentProvider, ProviderNotice } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { RecordGatewayNotice } from './record-gateway-notice.js';

const ids = z.object({ event_id: z.string() });

@Injectable()
export class TakeMissedNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recordNotice: RecordGatewayNotice,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Notices the provider has in its list and we never got are taken as if they had come now. Those of the last while may
   * still be on their way.
   * @rule S-8 S-19
   */
  async run(look: Look, isTrial: boolean, patience_s: number): Promise<Compared> {
    const compared = nothingYet();
    const before = Date.now() - patience_s * 1_000;
    for await (const batch of inBatches(this.provider.listSince('notices', look.since))) {
      const due = batch.filter((notice) => notice.about !== 'other' && notice.madeAt.getTime() <= before);
      compared.looked += due.length;
      for (const notice of await this.unknown(due)) {
        if (!isTrial) await this.recordNotice.take(notice);
        compared.found.push({
          about: 'notice',
          kind: 'missing_here',
          says: notice.type,
          canFollow: true,
          provider: this.provider.name,
          providerId: notice.eventId,
          ourId: null,
          ours_paise: null,
          theirs_paise: null,
          how: isTrial ? null : 'taken up',
        });
      }
    }
    return compared;
  }

  private async unknown(notices: readonly ProviderNotice[]): Promise<ProviderNotice[]> {
    const sql = `select event_id from payments.gateway_notice where provider = $1 and event_id = any($2::text[])`;
    const values = [this.provider.name, notices.map((notice) => notice.eventId)];
    const known = new Set((await this.work.run((tx) => tx.many(ids, sql, values))).map((row) => row.event_id));
    return notices.filter((notice) => !known.has(notice.eventId));
  }
}
