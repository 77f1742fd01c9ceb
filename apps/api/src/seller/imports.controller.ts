import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  RawBody,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ApplyImport, CancelImport, FaultSheet, GoodsTemplate, importFaultKey, Imports, StartImport } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Limited, Of, pageOf, Pages, Refuses } from '#platform/http';
import { sheetBytes_max, sheetTypes } from '#platform/sheets';
import {
  applicationBody,
  faultSheetQuery,
  faultsQuery,
  goodsImport,
  goodsImportWithCounts,
  importFault,
  importsQuery,
  templateQuery,
  viewOfCounted,
  viewOfFault,
  viewOfImport,
} from './imports.schema.js';
import { fileOf, TakesFile } from './form-file.js';
import { sheetFile } from './sheet-file.js';

const uuid = { schema: z.uuid() };

@Controller('v1/seller/imports')
@Of(Imports, (imports, tx, id) => imports.oneOwn(tx, id))
export class SellerImportsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly imports: Imports,
    private readonly startImport: StartImport,
    private readonly applyImport: ApplyImport,
    private readonly cancelImport: CancelImport,
    private readonly template: GoodsTemplate,
    private readonly faultSheet: FaultSheet,
  ) {}

  /** The same sheet while it is under way is the same import. @rule S-52 S-60 */
  @Post()
  @Does(
    'Upload a sheet of goods, CSV or the first sheet of an Excel workbook, at most 20 MiB, as it is or as the `file` of a form; it is checked first',
  )
  @Allow('maker:list')
  @Limited('uploads')
  @TakesFile(['text/csv', sheetTypes.xlsx], sheetBytes_max)
  @Answers(201, goodsImport)
  @Refuses('seller_unknown', 'seller_not_listing', 'too_many_imports')
  async upload(@RawBody() bytes: Buffer | undefined, @Headers('content-type') type: string | undefined) {
    const { importId } = await this.startImport.run(await fileOf(bytes, type, sheetBytes_max));
    return created(`/v1/seller/imports/${importId}`, await this.line(importId));
  }

  @Get()
  @Does('Your sheets of goods, the newest first')
  @Allow('maker:list')
  @Answers(200, pageOf(goodsImport))
  async list(@Query({ schema: importsQuery }) query: z.infer<typeof importsQuery>) {
    return this.pages.byId(
      { ...query, count: false },
      (request) => this.work.run((tx) => this.imports.own(tx, request)),
      viewOfImport,
    );
  }

  @Get('template')
  @Does('An empty sheet of goods with a row that shows how it is filled in')
  @Allow('maker:list')
  @Answers(200, undefined, { contentType: 'text/csv' })
  @Answers(200, undefined, { contentType: sheetTypes.xlsx })
  @Refuses('category_unknown')
  async empty(
    @Query({ schema: templateQuery }) { category, languages, format, bom }: z.infer<typeof templateQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(
      reply,
      'goods-template',
      format,
      await this.template.run(category ?? null, languages, format, bom),
    );
  }

  @Get(':id')
  @Does('How far a sheet is, what its goods would do or did')
  @Allow('maker:list')
  @Answers(200, goodsImportWithCounts)
  @Refuses('import_unknown')
  one(@Param('id', uuid) id: string) {
    return this.view(id);
  }

  @Get(':id/errors')
  @Does('What is wrong with its rows, each with what to do')
  @Allow('maker:list')
  @Answers(200, pageOf(importFault))
  @Refuses('import_unknown')
  async errors(
    @Param('id', uuid) id: string,
    @Query({ schema: faultsQuery }) { lang, ...query }: z.infer<typeof faultsQuery>,
  ) {
    const list = { ...query, id, count: false };
    const request = this.pages.read(list, importFaultKey);
    const rows = await this.work.run(async (tx) =>
      this.imports.faults(tx, (await this.imports.oneOwn(tx, id)).id, request),
    );
    return this.pages.of(
      request,
      rows,
      (row) => [row.row, row.seq],
      (row) => viewOfFault(row, lang),
    );
  }

  @Get(':id/errors.csv')
  @Does('The same as a CSV file')
  @Allow('maker:list')
  @Answers(200, undefined, { contentType: 'text/csv' })
  @Refuses('import_unknown')
  async errorsAsSheet(
    @Param('id', uuid) id: string,
    @Query({ schema: faultSheetQuery }) { lang, bom }: z.infer<typeof faultSheetQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(reply, 'errors', 'csv', await this.faultSheet.run(id, lang, bom));
  }

  @Post(':id/application')
  @Does('Have the goods of a checked sheet written')
  @Allow('maker:list')
  @HttpCode(202)
  @Answers(202, goodsImportWithCounts)
  @Refuses('import_unknown', 'illegal_transition', 'import_has_faults')
  async apply(@Param('id', uuid) id: string, @Body({ schema: applicationBody }) body: z.infer<typeof applicationBody>) {
    await this.applyImport.ask(id, body);
    return this.view(id);
  }

  @Delete(':id')
  @Does('Give a sheet up; what was written of it stays')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('import_unknown', 'illegal_transition')
  cancel(@Param('id', uuid) id: string): Promise<void> {
    return this.cancelImport.run(id);
  }

  private async line(id: string) {
    return viewOfImport(await this.work.run((tx) => this.imports.oneOwn(tx, id)));
  }

  private view(id: string) {
    return this.work.run(async (tx) =>
      viewOfCounted(await this.imports.oneOwn(tx, id), await this.imports.counts(tx, id)),
    );
  }
}
