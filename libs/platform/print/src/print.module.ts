import { Module } from '@nestjs/common';
import { PrintHouse } from './print-house.js';

/** One print house of a process, for every module that has something printed. */
@Module({
  providers: [{ provide: PrintHouse, useFactory: () => new PrintHouse() }],
  exports: [PrintHouse],
})
export class PrintModule {}
