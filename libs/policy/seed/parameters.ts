import { auctions } from './auctions.js';
import { bids } from './bids.js';
import { conduct } from './conduct.js';
import { desks } from './desks.js';
import { documents } from './documents.js';
import { gst } from './gst.js';
import { gstRates } from './gst-rates.js';
import { incomeTax } from './income-tax.js';
import { people } from './people.js';
import { postAward } from './post-award.js';
import { preferences } from './preferences.js';
import { procurement } from './procurement.js';
import { programme } from './programme.js';
import { rails } from './rails.js';
import { retail } from './retail.js';
import { sellers } from './sellers.js';

/** The areas of the register, each a file of this folder. */
export const areas = {
  procurement,
  bids,
  auctions,
  postAward,
  conduct,
  desks,
  sellers,
  preferences,
  gst,
  gstRates,
  incomeTax,
  documents,
  programme,
  rails,
  retail,
  people,
};

/** Every number the law or the platform's owners may change, by key. Code names a key, never the number. */
export const parameters = {
  ...procurement,
  ...bids,
  ...auctions,
  ...postAward,
  ...conduct,
  ...desks,
  ...sellers,
  ...preferences,
  ...gst,
  ...gstRates,
  ...incomeTax,
  ...documents,
  ...programme,
  ...rails,
  ...retail,
  ...people,
};
