import { ShopsHaveGrievanceOfficers1795000122700 } from './1795000122700-shops-have-grievance-officers.js';
import { SellersAndTheirPapers1795000040000 } from './1795000040000-sellers-and-their-papers.js';
import { MakersProductsAndGi1795000040900 } from './1795000040900-makers-products-and-gi.js';
import { PayoutsRestAfterAnotherAccount1795000041000 } from './1795000041000-payouts-rest-after-another-account.js';
import { CertificatesAreReadByTheShop1795000041900 } from './1795000041900-certificates-are-read-by-the-shop.js';
import { PapersHaveDocuments1795000044000 } from './1795000044000-papers-have-documents.js';
import { WhoMakesWhatIsRead1795000044900 } from './1795000044900-who-makes-what-is-read.js';
import { WhatRegistersSaid1795000045000 } from './1795000045000-what-registers-said.js';
import { ShopsAreRestrictedSuspendedAndClosed1795000046000 } from './1795000046000-shops-are-restricted-suspended-and-closed.js';
import { PreferencesAreProved1795000047000 } from './1795000047000-preferences-are-proved.js';
import { DuplicatesAreShownToTheDesk1795000047500 } from './1795000047500-duplicates-are-shown-to-the-desk.js';
import { GroupsHaveMembers1795000048000 } from './1795000048000-groups-have-members.js';
import { RightsToAGiAreWatched1795000049000 } from './1795000049000-rights-to-a-gi-are-watched.js';
import { DevicesAreTracesToo1795000049500 } from './1795000049500-devices-are-traces-too.js';
import { ProofsAreReadByTheShop1795000053100 } from './1795000053100-proofs-are-read-by-the-shop.js';

export const sellersMigrations = [
  SellersAndTheirPapers1795000040000,
  MakersProductsAndGi1795000040900,
  PayoutsRestAfterAnotherAccount1795000041000,
  CertificatesAreReadByTheShop1795000041900,
  PapersHaveDocuments1795000044000,
  WhoMakesWhatIsRead1795000044900,
  WhatRegistersSaid1795000045000,
  ShopsAreRestrictedSuspendedAndClosed1795000046000,
  PreferencesAreProved1795000047000,
  DuplicatesAreShownToTheDesk1795000047500,
  GroupsHaveMembers1795000048000,
  RightsToAGiAreWatched1795000049000,
  DevicesAreTracesToo1795000049500,
  ProofsAreReadByTheShop1795000053100,
  ShopsHaveGrievanceOfficers1795000122700,
];
