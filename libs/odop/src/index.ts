export { OdopModule } from './odop.module.js';
export { SeedOdop } from './use-cases/seed-odop.js';
export {
  DistrictsQuery,
  districtKey,
  type DistrictFilter,
  type DistrictKey,
  type DistrictView,
  type StateView,
} from './data/districts.query.js';
export {
  OdopEntriesQuery,
  odopEntryKey,
  type OdopEntryFilter,
  type OdopEntryKey,
  type OdopEntryView,
} from './data/odop-entries.query.js';
export { PincodesQuery, type PincodeView } from './data/pincodes.query.js';
export { odopMigrations } from './data/migrations/index.js';
export { isPublished, odopEntryStateNames, takesNewListings, type OdopEntryState } from './domain/odop-entry.states.js';
export { odopLists, ranks, sectors, type OdopList, type Rank, type Sector } from './domain/odop-entry.js';
export { isSure, PINCODE, pincodeBases, type PincodeBasis } from './domain/pincode.js';
export { districtIndex, matchDistrict, type DistrictMatch } from './domain/match-district.js';
export { foldName, slugOf } from './domain/fold.js';
