import { Injectable } from '@nestjs/common';
import { RecipientsQuery, type Recipient } from '#identity';
import type { Tx } from '#platform/database';
import type { To } from '../news/about.js';

@Injectable()
export class Audiences {
  constructor(private readonly recipients: RecipientsQuery) {}

  /** The persons behind an audience, as they are now. */
  of(tx: Tx, to: To): Promise<Recipient[]> {
    switch (to.kind) {
      case 'person':
      case 'shopper':
        return this.recipients.persons(tx, [to.personId]);
      case 'holders':
        return this.recipients.holders(tx, to.organisationId, to.roles);
      case 'makers':
        return this.recipients.holdersOfAny(tx, to.sellerIds, ['maker_owner', 'maker_member']);
      case 'state':
        return this.recipients.ofState(tx, to.stateCode, to.roles);
      case 'nearest_holders':
        return this.recipients.nearestHolders(tx, to.officeId, to.roles);
      case 'district':
        return this.recipients.ofDistrict(tx, to.districtId, to.roles);
    }
  }
}
