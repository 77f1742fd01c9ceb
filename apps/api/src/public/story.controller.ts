import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { StoryCardsQuery, type StoryCard } from '#odop';
import { Answers, Does, fail, Limited, Open, publicFile, publicly } from '#platform/http';
import { slug } from './names.schema.js';
import { storyCard, storyQuery, viewOfCard } from './story.schema.js';

const cardMaxAge_s = 300;
const PDF = 'application/pdf';

/** What draws the pages and its fonts are loaded when somebody prints. */
const printed = async (cards: readonly StoryCard[], lang: string | undefined): Promise<Buffer> =>
  (await import('./story-panel.js')).panelOf(cards, lang);

/** The ODOP wall: a card for each product, to read and to print. @rule R-7.4b */
@Controller('v1/public')
export class StoryController {
  constructor(private readonly cards: StoryCardsQuery) {}

  @Get('odop-entries/:id/story')
  @Does('What a product is known for: names, GI, makers, and its story where it was told')
  @Open()
  @Answers(200, storyCard)
  async story(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: storyQuery }) { lang }: z.infer<typeof storyQuery>,
  ) {
    return publicly(cardMaxAge_s, viewOfCard(await this.card(id), lang));
  }

  @Get('odop-entries/:id/panel')
  @Does('The card of a product to print, A4, with a QR code that leads to its story')
  @Limited('search')
  @Open()
  @Answers(200, undefined, { contentType: PDF })
  async panel(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: storyQuery }) { lang }: z.infer<typeof storyQuery>,
  ) {
    return publicFile(cardMaxAge_s, PDF, await printed([await this.card(id)], lang));
  }

  @Get('districts/:slug/wall')
  @Does('The cards of a district to print, a page each')
  @Limited('search')
  @Open()
  @Answers(200, undefined, { contentType: PDF })
  async wall(
    @Param('slug', { schema: slug }) address: string,
    @Query({ schema: storyQuery }) { lang }: z.infer<typeof storyQuery>,
  ) {
    const cards = await this.cards.ofDistrict(address);
    if (cards.length === 0) throw fail('not_found');
    return publicFile(cardMaxAge_s, PDF, await printed(cards, lang));
  }

  private async card(id: string) {
    const card = await this.cards.one(id);
    if (card === null) throw fail('not_found');
    return card;
  }
}
