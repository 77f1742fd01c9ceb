import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { payeeOf, type Payee } from '../domain/payee.js';
import type { GstStatus } from '../domain/auto-checks.js';
import { sellerClasses, type SellerClass } from '../domain/seller-class.js';
import { fail } from '../domain/seller.errors.js';
import { Papers } from './evidence.repository.js';

/** What is withheld from a seller depends on this. */
export interface PayeeFacts {
  class: SellerClass;
  gstStatus: GstStatus | null;
  /** State of her registration and her shop, `IN-BR`. */
  stateCode: string;
  payee: Payee;
}

const row = z.object({
  class: z.enum(sellerClasses),
  gst_status: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']).nullable(),
  state_code: z.string(),
});

@Injectable()
export class PayeesQuery {
  constructor(private readonly papers: Papers) {}

  /** A seller in the eyes of the taxes; her PAN itself stays here. @throws seller_unknown (404) @rule */
  async of(tx: Tx, sellerId: string): Promise<PayeeFacts> {
    const found = await tx.maybe(
      row,
      `select class, gst_status, state_code from sellers.v_seller where seller_id = $1`,
      [sellerId],
    );
    if (!found) throw fail('seller_unknown');
    const papers = await this.papers.current(tx, sellerId);
    return {
      ...{ class: found.class, gstStatus: found.gst_status, stateCode: found.state_code },
      payee: payeeOf(
        found.class,
        papers.map((paper) => paper.value),
      ),
    };
  }
}
