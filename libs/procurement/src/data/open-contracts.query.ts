import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { OpenDealings } from '#sellers';
import { unfinished } from '../incident/incident.states.js';
import { contractStates } from '../contract/contract.states.js';

const final = contractStates.names.filter((state) => contractStates.isFinal(state));

/** Contracts that hinder the end of a shop: until they are paid, and what she is accused of over them is decided. @rule SM-1 */
@Injectable()
export class OpenContractsQuery implements OnModuleInit {
  constructor(private readonly dealings: OpenDealings) {}

  onModuleInit(): void {
    this.dealings.askFor('contract', (tx, sellerId) => this.numbers(tx, sellerId));
  }

  /** The first ones that are not at their end. */
  async numbers(tx: Tx, sellerId: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ number: z.string() }),
      `select number from procurement.contract where seller_id = $1
          and (not state = any($2) or exists (
            select from procurement.incident i
             where i.contract_id = contract.id and i.accused = 'seller' and i.state = any($3)))
        order by id limit 10`,
      [sellerId, final, unfinished],
    );
    return rows.map((row) => row.number);
  }
}
