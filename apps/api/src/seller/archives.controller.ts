import { Controller, Headers, HttpCode, Post, Query, RawBody } from '@nestjs/common';
import type { z } from 'zod';
import { archiveBytes_max, TiePictures } from '#catalogue';
import { Allow, Answers, Does, Limited, Refuses } from '#platform/http';
import { archiveQuery, tiedPictures, viewOfTied } from './archives.schema.js';
import { fileOf, TakesFile } from './form-file.js';

@Controller('v1/seller/media/archives')
export class SellerArchivesController {
  constructor(private readonly tiePictures: TiePictures) {}

  @Post()
  @Does(
    'Tie the pictures of a ZIP, at most 20 MiB, as it is or as the `file` of a form, to your drafts by their names, such as TS-01-1.jpg for the SKU TS-01',
  )
  @Allow('maker:list')
  @HttpCode(200)
  @Limited('uploads')
  @TakesFile(['application/zip', 'application/x-zip-compressed'], archiveBytes_max)
  @Answers(200, tiedPictures)
  @Refuses('seller_unknown', 'seller_not_listing', 'archive_unreadable')
  async tie(
    @Query({ schema: archiveQuery }) { lang }: z.infer<typeof archiveQuery>,
    @RawBody() bytes: Buffer | undefined,
    @Headers('content-type') type: string | undefined,
  ) {
    return viewOfTied(await this.tiePictures.run(await fileOf(bytes, type, archiveBytes_max)), lang);
  }
}
