import { PlacesAndOdopEntries1795000030000 } from './1795000030000-places-and-odop-entries.js';
import { EntriesMoveWithReasons1795000030100 } from './1795000030100-entries-move-with-reasons.js';
import { SearchMapAndInfrastructure1795000030200 } from './1795000030200-search-map-and-infrastructure.js';
import { ListsAreImported1795000030300 } from './1795000030300-lists-are-imported.js';
import { DistrictsChange1795000030400 } from './1795000030400-districts-change.js';
import { WithdrawalsAreAsked1795000030500 } from './1795000030500-withdrawals-are-asked.js';
import { ListsRetireWhatTheyLeaveOut1795000030600 } from './1795000030600-lists-retire-what-they-leave-out.js';
import { ThePlannerKnowsTheRegister1795000030700 } from './1795000030700-the-planner-knows-the-register.js';
import { EntriesHaveAGround1795000030800 } from './1795000030800-entries-have-a-ground.js';
import { SomePincodesAreKnownWithoutASource1795000030900 } from './1795000030900-some-pincodes-are-known-without-a-source.js';
import { EvidenceHasFiles1795000035000 } from './1795000035000-evidence-has-files.js';
import { NamesArePublished1795000039000 } from './1795000039000-names-are-published.js';

export const odopMigrations = [
  PlacesAndOdopEntries1795000030000,
  EntriesMoveWithReasons1795000030100,
  SearchMapAndInfrastructure1795000030200,
  ListsAreImported1795000030300,
  DistrictsChange1795000030400,
  WithdrawalsAreAsked1795000030500,
  ListsRetireWhatTheyLeaveOut1795000030600,
  ThePlannerKnowsTheRegister1795000030700,
  EntriesHaveAGround1795000030800,
  SomePincodesAreKnownWithoutASource1795000030900,
  EvidenceHasFiles1795000035000,
  NamesArePublished1795000039000,
];
