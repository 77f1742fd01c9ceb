import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '#platform/files';
import { KeptRowsModule } from '#platform/http';
import { PolicyModule } from '#policy';
import { DistrictMapQuery } from './data/district-map.query.js';
import { GiQuery } from './data/gi.query.js';
import { InfrastructureQuery } from './data/infrastructure.query.js';
import {
  DistrictBoundaryEntity,
  DistrictCountsEntity,
  EntryCountsEntity,
  InfrastructureEntity,
} from './data/map.entity.js';
import { StoryCardsQuery } from './data/story-cards.query.js';
import { SearchWords } from './data/search-words.js';
import { DistrictsQuery } from './data/districts.query.js';
import { EntryEvidenceEntity, EntryGiEntity, EntryNameEntity, EntryStoryEntity } from './data/dossier.entity.js';
import { DossiersQuery } from './data/dossiers.query.js';
import { EvidenceFileEntity } from './data/evidence-file.entity.js';
import { EvidenceFilesQuery } from './data/evidence-files.query.js';
import { EvidenceFiles } from './data/evidence-files.repository.js';
import { ListImportEntity, ListImportFaultEntity, ListImportNamedEntity } from './data/list-import.entity.js';
import {
  DistrictFormerNameEntity,
  DistrictOrderEntity,
  EntryFormerPlaceEntity,
  PincodeFormerPlaceEntity,
} from './data/district-order.entity.js';
import { DistrictMoves } from './data/district-moves.repository.js';
import { DistrictOrders } from './data/district-orders.repository.js';
import { ApplyDistrictOrder } from './use-cases/apply-district-order.js';
import { DecideDistrictOrder } from './use-cases/decide-district-order.js';
import { ProposeDistrictOrder } from './use-cases/propose-district-order.js';
import { ListImports } from './data/list-imports.repository.js';
import { ListedEntries } from './data/listed-entries.repository.js';
import { ImportBoundaries } from './use-cases/import-boundaries.js';
import { RetireAbsent } from './use-cases/retire-absent.js';
import { ImportOdopList } from './use-cases/import-odop-list.js';
import { Entries } from './data/entries.repository.js';
import { GiEntity, OdopEntryEntity, OdopEntryHistoryEntity } from './data/odop-entry.entity.js';
import { OdopEntriesQuery } from './data/odop-entries.query.js';
import { OfficesQuery } from './data/offices.query.js';
import { PincodesQuery } from './data/pincodes.query.js';
import { DistrictAliasEntity, DistrictEntity, PincodeEntity, StateEntity } from './data/place.entity.js';
import { CorrectGiFlag } from './use-cases/correct-gi-flag.js';
import { DecideOdopEntry } from './use-cases/decide-odop-entry.js';
import { EditDossier } from './use-cases/edit-dossier.js';
import { ProposeOdopChange } from './use-cases/propose-odop-change.js';
import { ProposeOdopEntry } from './use-cases/propose-odop-entry.js';
import { RecordCounts } from './use-cases/record-counts.js';
import { SeedOdop } from './use-cases/seed-odop.js';
import { AttachEvidenceFile } from './use-cases/attach-evidence-file.js';
import { DestroyEvidenceFile } from './use-cases/destroy-evidence-file.js';
import { PurgeEvidenceFiles } from './use-cases/purge-evidence-files.js';
import { RemoveEvidenceFile } from './use-cases/remove-evidence-file.js';
import { ScanEvidenceFile } from './use-cases/scan-evidence-file.js';
import { AskWithdrawal } from './use-cases/ask-withdrawal.js';
import { KeepEntry } from './use-cases/keep-entry.js';
import { SettleOdopEntry } from './use-cases/settle-odop-entry.js';

const entities = [
  StateEntity,
  DistrictEntity,
  DistrictAliasEntity,
  PincodeEntity,
  GiEntity,
  OdopEntryEntity,
  OdopEntryHistoryEntity,
  EntryNameEntity,
  EntryEvidenceEntity,
  EvidenceFileEntity,
  EntryStoryEntity,
  EntryGiEntity,
  DistrictBoundaryEntity,
  DistrictCountsEntity,
  EntryCountsEntity,
  InfrastructureEntity,
  ListImportEntity,
  ListImportFaultEntity,
  ListImportNamedEntity,
  DistrictOrderEntity,
  DistrictFormerNameEntity,
  EntryFormerPlaceEntity,
  PincodeFormerPlaceEntity,
];
const questions = [
  DistrictsQuery,
  DistrictMapQuery,
  OdopEntriesQuery,
  PincodesQuery,
  GiQuery,
  InfrastructureQuery,
  StoryCardsQuery,
  DossiersQuery,
  EvidenceFilesQuery,
  DistrictOrders,
];
const verbs = [
  SeedOdop,
  ProposeOdopEntry,
  ProposeOdopChange,
  EditDossier,
  AttachEvidenceFile,
  RemoveEvidenceFile,
  ScanEvidenceFile,
  DestroyEvidenceFile,
  PurgeEvidenceFiles,
  DecideOdopEntry,
  SettleOdopEntry,
  AskWithdrawal,
  KeepEntry,
  CorrectGiFlag,
  RecordCounts,
  ImportOdopList,
  ImportBoundaries,
  ProposeDistrictOrder,
  DecideDistrictOrder,
  ApplyDistrictOrder,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), PolicyModule, KeptRowsModule, FilesModule],
  providers: [
    ...questions,
    ...verbs,
    Entries,
    EvidenceFiles,
    OfficesQuery,
    SearchWords,
    ListImports,
    ListedEntries,
    DistrictMoves,
    RetireAbsent,
  ],
  exports: [...questions, ...verbs],
})
export class OdopModule {}
