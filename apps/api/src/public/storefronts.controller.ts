import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { storefronts } from '#catalogue';
import { Answers, Does, Open, publicly } from '#platform/http';
import { categoriesMaxAge_s } from './categories.schema.js';
import { slug } from './names.schema.js';

const storefrontList = z
  .strictObject({
    storefronts: z
      .array(z.strictObject({ slug, name: z.string(), says: z.string().describe('which goods stand in it') }))
      .max(50),
  })
  .meta({ id: 'Storefronts' });

/** The windows of the bazaar with their rules: nobody puts goods into them by hand. */
@Controller('v1/public/storefronts')
export class StorefrontsController {
  @Get()
  @Does('The storefronts, each with the rule by which goods stand in it')
  @Open()
  @Answers(200, storefrontList)
  all() {
    return publicly(categoriesMaxAge_s, {
      storefronts: storefronts.map((one) => ({ slug: one.slug, name: one.name, says: one.says })),
    });
  }
}
