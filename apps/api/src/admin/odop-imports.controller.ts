import { Controller, HttpCode, Post, Query, RawBody } from '@nestjs/common';
import { z } from 'zod';
import { ImportOdopList, odopLists } from '#odop';
import { accepted, acceptedOperation, Allow, Answers, Does, queryBoolean, Refuses, Takes } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { sheetBytes_max } from '#platform/sheets';

const sheetTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const;

const importQuery = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'Expected a name such as odop-v32')
    .max(40)
    .describe('name of the published list, as its entries will show it'),
  effectiveFrom: z.iso.date().describe('first day it is in force; rows of a later day wait for it'),
  list: z.enum(odopLists).default('dpiit_odop'),
  decisionNo: freeText(80).optional().describe('number of the order'),
  retireAbsent: queryBoolean()
    .default(false)
    .describe(
      'retire what is in force and the list does not name any more; a dry run says how many. More than a fifth of the list ' +
        'is not retired over this route, as a cut file would do that by one hand: the officer hands the file to the operator, ' +
        'who imports it at the command line with --retire-many',
    ),
  dryRun: queryBoolean().default(false).describe('say what would come of it, and change nothing'),
});

@Controller('v1/admin/odop-imports')
export class AdminOdopImportsController {
  constructor(private readonly imports: ImportOdopList) {}

  /** Row by row: what cannot be read is told in the operation's errors, the rest is taken. @rule STD-1.8 S-60 */
  @Post()
  @Does('Import a published ODOP list, CSV or the first sheet of an Excel workbook, at most 20 MiB')
  @Allow('odop:import')
  @Takes(sheetTypes, sheetBytes_max)
  @HttpCode(202)
  @Answers(202, acceptedOperation)
  @Refuses('list_import_running', 'list_not_in_force')
  async upload(
    @Query({ schema: importQuery }) query: z.infer<typeof importQuery>,
    @RawBody() bytes: Buffer | undefined,
  ) {
    const { dryRun: isDryRun, retireAbsent: retiresAbsent, ...wanted } = query;
    return accepted(await this.imports.upload(bytes ?? Buffer.alloc(0), { ...wanted, isDryRun, retiresAbsent }));
  }
}
