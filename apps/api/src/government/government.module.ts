import { Module } from '@nestjs/common';
import { FulfilmentModule } from '#fulfilment';
import { ProcurementModule } from '#procurement';
import { AcceptancesController } from './acceptances.controller.js';
import { BillsController } from './bills.controller.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ContractsController } from './contracts.controller.js';
import { ContractParcelsController } from './contract-parcels.controller.js';
import { DemandsController } from './demands.controller.js';
import { SplitWarningsController } from './split-warnings.controller.js';
import { GovernmentIncidentsController } from './incidents.controller.js';
import { DirectPurchasesController } from './direct-purchases.controller.js';

/** What government offices do, from the demand to the paid bill. */
@Module({
  imports: [ProcurementModule, FulfilmentModule],
  controllers: [
    DemandsController,
    DirectPurchasesController,
    ComparisonsController,
    ContractsController,
    ContractParcelsController,
    GovernmentIncidentsController,
    SplitWarningsController,
    AcceptancesController,
    BillsController,
  ],
})
export class GovernmentModule {}
