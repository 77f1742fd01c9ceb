export { OdopModule } from './odop.module.js';
export { SeedOdop } from './use-cases/seed-odop.js';
export { ProposeOdopEntry, type OdopProposal } from './use-cases/propose-odop-entry.js';
export { ProposeOdopChange } from './use-cases/propose-odop-change.js';
export { EditDossier } from './use-cases/edit-dossier.js';
export { AttachEvidenceFile, type EvidenceToAttach } from './use-cases/attach-evidence-file.js';
export { RemoveEvidenceFile } from './use-cases/remove-evidence-file.js';
export { ScanEvidenceFile } from './use-cases/scan-evidence-file.js';
export { DestroyEvidenceFile } from './use-cases/destroy-evidence-file.js';
export { PurgeEvidenceFiles } from './use-cases/purge-evidence-files.js';
export { EvidenceFilesQuery, type OpenedEvidence } from './data/evidence-files.query.js';
export type { EvidenceFile } from './data/evidence-files.repository.js';
export { evidenceFileStates } from './domain/evidence-file.js';
export { DestroyEvidenceFileJob, ScanEvidenceFileJob } from './domain/evidence.jobs.js';
export { DecideOdopEntry, type Decision, type DecisionWords } from './use-cases/decide-odop-entry.js';
export { AskWithdrawal } from './use-cases/ask-withdrawal.js';
export { KeepEntry } from './use-cases/keep-entry.js';
export { SettleOdopEntry } from './use-cases/settle-odop-entry.js';
export { RecordCounts, type Counted } from './use-cases/record-counts.js';
export { ImportOdopList, type ImportOutcome } from './use-cases/import-odop-list.js';
export type { ListToImport } from './data/list-imports.repository.js';
export { ImportBoundaries, type BoundariesOutcome } from './use-cases/import-boundaries.js';
export {
  DistrictOrders,
  districtOrderKey,
  type DistrictOrder,
  type DistrictOrderKey,
  type WantedOrder,
} from './data/district-orders.repository.js';
export { ProposeDistrictOrder } from './use-cases/propose-district-order.js';
export { DecideDistrictOrder } from './use-cases/decide-district-order.js';
export { ApplyDistrictOrder } from './use-cases/apply-district-order.js';
export { districtOrderKinds, districtPlan } from './domain/district-order.js';
export { ImportListJob } from './domain/import.jobs.js';
export { CorrectGiFlag } from './use-cases/correct-gi-flag.js';
export {
  DossiersQuery,
  odopDeskKey,
  type OdopDeskKey,
  type OdopDeskRow,
  type OdopDossier,
} from './data/dossiers.query.js';
export { dossier, evidence, evidenceKinds, nameKinds, story, type Dossier } from './domain/dossier.js';
export {
  DistrictChanged,
  EntryHandedOn,
  EntryLive,
  GiFlagCorrected,
  EntryOverdue,
  EntryProposed,
  EntryRetired,
  EntrySuspended,
  WithdrawalAsked,
} from './domain/odop.events.js';
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
  type EntryGround,
  type OdopEntryFilter,
  type OdopEntryKey,
} from './data/odop-entries.query.js';
export type { OdopEntryView } from './data/entry-view.js';
export { PincodesQuery, type PincodeView } from './data/pincodes.query.js';
export { GiQuery, giKey, type GiFilter, type GiKey, type GiView } from './data/gi.query.js';
export {
  InfrastructureQuery,
  infrastructureKey,
  type InfrastructureFilter,
  type InfrastructureKey,
  type InfrastructureView,
} from './data/infrastructure.query.js';
export { StoryCardsQuery, type StoryCard } from './data/story-cards.query.js';
export { DistrictMapQuery } from './data/district-map.query.js';
export type { BoundingBox } from './data/search.sql.js';
export { infrastructureKinds, infrastructureStatuses } from './domain/infrastructure.js';
export { odopMigrations } from './data/migrations/index.js';
export {
  isPublished,
  odopEntryStateNames,
  odopEntryStates,
  standingOf,
  standings,
  takesNewListings,
  type OdopEntryState,
} from './domain/odop-entry.states.js';
export {
  giClasses,
  odopLists,
  ranks,
  sectors,
  type GiClass,
  type OdopList,
  type Rank,
  type Sector,
} from './domain/odop-entry.js';
export { isSure, PINCODE, pincodeBases, type PincodeBasis } from './domain/pincode.js';
export { districtIndex, matchDistrict, type DistrictMatch } from './domain/match-district.js';
export { foldName, slugOf } from './domain/fold.js';
export { soundWords } from './domain/sound.js';
export { transliterate } from './domain/transliterate.js';
