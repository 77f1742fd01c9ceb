import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsQuery } from './data/districts.query.js';
import { GiEntity, OdopEntryEntity, OdopEntryHistoryEntity } from './data/odop-entry.entity.js';
import { OdopEntriesQuery } from './data/odop-entries.query.js';
import { PincodesQuery } from './data/pincodes.query.js';
import { DistrictAliasEntity, DistrictEntity, PincodeEntity, StateEntity } from './data/place.entity.js';
import { SeedOdop } from './use-cases/seed-odop.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      StateEntity,
      DistrictEntity,
      DistrictAliasEntity,
      PincodeEntity,
      GiEntity,
      OdopEntryEntity,
      OdopEntryHistoryEntity,
    ]),
  ],
  providers: [DistrictsQuery, OdopEntriesQuery, PincodesQuery, SeedOdop],
  exports: [DistrictsQuery, OdopEntriesQuery, PincodesQuery, SeedOdop],
})
export class OdopModule {}
