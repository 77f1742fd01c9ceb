import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { stoppableChannels } from '../domain/channels.js';
import { stopReasons } from '../domain/delivery.js';

const oneOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** An address to which nothing ordinary goes until its owner confirms it. The address itself is not here. */
@Entity({ schema: 'notifications', name: 'stopped_address' })
@Check('stopped_address_channel', `channel in (${oneOf(stoppableChannels)})`)
@Check('stopped_address_why', `why in (${oneOf(stopReasons)})`)
export class StoppedAddressEntity {
  @PrimaryColumn('uuid') person_id: string;
  @PrimaryColumn('text') channel: string;
  @Column('text') why: string;
  @Column('timestamptz') since: Date;
}
