import { Module } from '@nestjs/common';
import { FileScanner } from './file-scanner.js';
import { HttpScanner } from './http-scanner.js';

/** What is done to a file before anybody sees it. */
@Module({
  providers: [{ provide: FileScanner, useClass: HttpScanner }],
  exports: [FileScanner],
})
export class UploadsModule {}
