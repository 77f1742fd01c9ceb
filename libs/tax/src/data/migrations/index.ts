import { EWayBillsRunOut1795000122600 } from './1795000122600-eway-bills-run-out.js';
import { AnEWayBillIsCalledOff1795000121000 } from './1795000121000-an-eway-bill-is-called-off.js';
import { GoodsHaveTheirEWayBills1795000108000 } from './1795000108000-goods-have-their-eway-bills.js';
import { WhatWasMissingHasANote1795000115000 } from './1795000115000-what-was-missing-has-a-note.js';
import { PapersNameTheTransaction1795000115200 } from './1795000115200-papers-name-the-transaction.js';
import { AnInvoiceMayBeCancelledThere1795000115300 } from './1795000115300-an-invoice-may-be-cancelled-there.js';
import { PapersSayWhenTheyArePaid1795000113000 } from './1795000113000-papers-say-when-they-are-paid.js';
import { InvoicesAreRegistered1795000105000 } from './1795000105000-invoices-are-registered.js';
import { WhatCameBackLowersWhatIsReported1795000090310 } from './1795000090310-what-came-back-lowers-what-is-reported.js';
import { WhatWasKeptIsCertified1795000090320 } from './1795000090320-what-was-kept-is-certified.js';
import { WhatWasKeptCanBeGivenBack1795000064560 } from './1795000064560-what-was-kept-can-be-given-back.js';
import { TaxIsKeptForTheGovernment1795000063000 } from './1795000063000-tax-is-kept-for-the-government.js';
import { PapersArePrinted1795000090300 } from './1795000090300-papers-are-printed.js';
import { PapersOfTheTax1795000063300 } from './1795000063300-papers-of-the-tax.js';
import { TurnoverIsWatched1795000063100 } from './1795000063100-turnover-is-watched.js';

export const taxMigrations = [
  TaxIsKeptForTheGovernment1795000063000,
  TurnoverIsWatched1795000063100,
  PapersOfTheTax1795000063300,
  WhatWasKeptCanBeGivenBack1795000064560,
  PapersArePrinted1795000090300,
  WhatCameBackLowersWhatIsReported1795000090310,
  WhatWasKeptIsCertified1795000090320,
  InvoicesAreRegistered1795000105000,
  GoodsHaveTheirEWayBills1795000108000,
  PapersSayWhenTheyArePaid1795000113000,
  WhatWasMissingHasANote1795000115000,
  PapersNameTheTransaction1795000115200,
  AnInvoiceMayBeCancelledThere1795000115300,
  AnEWayBillIsCalledOff1795000121000,
  EWayBillsRunOut1795000122600,
];
