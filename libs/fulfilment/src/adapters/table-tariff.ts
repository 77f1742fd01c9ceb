import { Injectable } from '@nestjs/common';
import { PolicyQuery } from '#policy';
import { carriageOf } from '../domain/freight.js';
import type { Carriage, FreightTariff, Parcel } from '../ports/freight-tariff.js';

/** The tariff of the policy register, by weight and distance. */
@Injectable()
export class TableTariff implements FreightTariff {
  constructor(private readonly policy: PolicyQuery) {}

  of(parcel: Parcel, at: Date): Carriage {
    return carriageOf(parcel, this.policy.at('freight.table', at));
  }
}
