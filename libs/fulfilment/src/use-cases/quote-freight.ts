import { Inject, Injectable } from '@nestjs/common';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { RouteDaysQuery } from '../data/route-days.query.js';
import { FREIGHT_TARIFF, type FreightTariff, type Parcel } from '../ports/freight-tariff.js';

export type { Parcel };

export interface FreightQuote {
  /** What the shopper is charged; 0 when the goods are worth enough. */
  freight_paise: Paise;
  /** Days from hand-over to door, as parcels of this way lately took; where too few went it, as the tariff says. */
  days: number;
}

@Injectable()
export class QuoteFreight {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly routes: RouteDaysQuery,
    @Inject(FREIGHT_TARIFF) private readonly tariff: FreightTariff,
  ) {}

  /**
   * What one maker's parcel costs the shopper, tax within, and how long it takes. Asks nobody: call it inside a transaction if you like.
   * @param goods_paise  worth of the maker's goods in the parcel, her discounts taken off
   * @rule 
   */
  of(parcel: Parcel, goods_paise: Paise, at: Date): FreightQuote {
    const { carriage_paise, days } = this.tariff.of(parcel, at);
    const isFree = goods_paise >= this.policy.at('freight.free_from', at);
    const lately = this.routes.daysOf(parcel.fromPincode, parcel.toPincode);
    return { freight_paise: isFree ? 0n : carriage_paise, days: lately ?? days };
  }
}
