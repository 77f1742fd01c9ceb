import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { PincodesQuery, isSure } from '#odop';
import { Answers, Open, fail, publicly } from '#platform/http';
import { pincodeText } from './names.schema.js';
import { pincode, pincodeQuery, placesMaxAge_s } from './places.schema.js';

@Controller('v1/public/pincodes')
export class PincodesController {
  constructor(private readonly pincodes: PincodesQuery) {}

  /** The place of a PIN code: a suggestion for the address form, which the person confirms unless it is sure. */
  @Get(':pincode')
  @Open()
  @Answers(200, pincode)
  async one(
    @Param('pincode', { schema: pincodeText }) digits: string,
    @Query({ schema: pincodeQuery }) { on }: z.infer<typeof pincodeQuery>,
  ) {
    const row = await (on === undefined ? this.pincodes.pincode(digits) : this.pincodes.pincodeOn(digits, on));
    if (row === null) throw fail('not_found');
    const view: z.input<typeof pincode> = {
      pincode: row.pincode,
      state: { code: row.state_code, name: row.state_name },
      district: { slug: row.district_slug, name: row.district_name, lgdCode: row.district_lgd_code },
      basis: row.basis,
      sure: isSure(row.basis),
    };
    return publicly(placesMaxAge_s, view);
  }
}
