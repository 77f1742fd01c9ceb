import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { centreParcelStates } from '../domain/centre-parcel.states.js';
import { ShipmentEntity } from './shipment.entity.js';

/** Where parcels of makers are gathered: an organisation of its own, whose keepers take them in. Everybody may know it. */
@Entity({ schema: 'fulfilment', name: 'collection_centre' })
@Check('collection_centre_pincode', `pincode ~ '^[1-9][0-9]{5}$'`)
@Index('collection_centre_by_pincode', ['pincode'])
export class CollectionCentreEntity {
  /** That of its organisation. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') street: string;
  @Column('text') pincode: string;
  /** Takes new parcels. */
  @Column('boolean') is_open: boolean;
  @Column('timestamptz') entered_at: Date;
}

/** Parcels that were handed over together. Rows are only added. */
@Entity({ schema: 'fulfilment', name: 'centre_manifest' })
@Index('centre_manifest_by_centre', ['centre_id', 'id'])
export class CentreManifestEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => CollectionCentreEntity, { name: 'centre_manifest_of_centre' })
  @Column('uuid')
  centre_id: string;
  @Column('text') carrier: string;
  @Column('uuid', { nullable: true }) handed_over_by: string | null;
  @Column('timestamptz') handed_over_at: Date;
}

/** A parcel that is brought to a centre; `id` is the shipment’s. @rule SM-5 */
@Entity({ schema: 'fulfilment', name: 'centre_parcel' })
@Check('centre_parcel_state', `state in (${centreParcelStates.names.map((name) => `'${name}'`).join(', ')})`)
@Index('centre_parcel_by_centre', ['centre_id', 'state', 'id'])
@Index('centre_parcel_alarmed', { synchronize: false })
export class CentreParcelEntity {
  @ForeignKey(() => ShipmentEntity, { name: 'centre_parcel_of_shipment' })
  @PrimaryColumn('uuid')
  id: string;
  @ForeignKey(() => CollectionCentreEntity, { name: 'centre_parcel_at_centre' })
  @Column('uuid')
  centre_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') state: string;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  @ForeignKey(() => CentreManifestEntity, { name: 'centre_parcel_on_manifest' })
  @Column('uuid', { nullable: true })
  manifest_id: string | null;
}
