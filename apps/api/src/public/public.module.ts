import { Module } from '@nestjs/common';
import { OdopModule } from '#odop';
import { DistrictsController } from './districts.controller.js';
import { OdopEntriesController } from './odop-entries.controller.js';
import { PincodesController } from './pincodes.controller.js';
import { StatesController } from './states.controller.js';

/** What everybody may read without signing in. */
@Module({
  imports: [OdopModule],
  controllers: [StatesController, DistrictsController, OdopEntriesController, PincodesController],
})
export class PublicModule {}
