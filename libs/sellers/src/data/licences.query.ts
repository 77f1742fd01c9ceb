import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { istDay } from '#platform/time';
import { Papers } from './evidence.repository.js';

@Injectable()
export class LicencesQuery {
  constructor(private readonly papers: Papers) {}

  /** The food licence or registration that holds today, as it is shown to buyers; null when there is none. @rule */
  async fssai(tx: Tx, sellerId: string): Promise<string | null> {
    const papers = await this.papers.current(tx, sellerId);
    const paper = papers.find((one) => one.kind === 'fssai');
    if (paper?.value.kind !== 'fssai') return null;
    const isVerified = paper.finding === 'passed' || paper.finding === 'confirmed';
    return isVerified && paper.value.expiresOn > istDay(tx.now) ? paper.value.number : null;
  }
}
