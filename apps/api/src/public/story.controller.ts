import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { StoryCardsQuery, type StoryCard } from '#odop';
import { Answers, Does, fail, Limited, Open, publicFile, publicly, publicStream } from '#platform/http';
import { slug, stateCode } from './names.schema.js';
import { storyCard, storyQuery, viewOfCard } from './story.schema.js';

const cardMaxAge_s = 300;
const PDF = 'application/pdf';

/** Another number when the pages are drawn otherwise: caches ask for them anew. */
const layout = 1;

/** What draws the pages and its fonts are loaded when somebody prints. */
async function* printed(
  batches: Iterable<readonly StoryCard[]> | AsyncIterable<readonly StoryCard[]>,
  about: { title: string; updated_at: Date },
  lang: string | undefined,
): AsyncGenerator<Buffer> {
  yield* (await import('./story-panel.js')).panelOf(batches, about, lang);
}

/** A few pages, held whole. */
async function whole(pages: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of pages) parts.push(part);
  return Buffer.concat(parts);
}

const latestOf = (cards: readonly StoryCard[]): Date =>
  new Date(Math.max(...cards.map((card) => card.updated_at.getTime())));

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
    const card = await this.card(id);
    const about = { title: `${card.product}, ${card.district_name}`, updated_at: card.updated_at };
    return publicFile(cardMaxAge_s, PDF, await whole(printed([[card]], about, lang)));
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
    const about = { title: `ODOP wall of ${cards[0]!.district_name}`, updated_at: latestOf(cards) };
    return publicFile(cardMaxAge_s, PDF, await whole(printed([cards], about, lang)));
  }

  /** Read, drawn and sent a few cards at a time: a State has more than a hundred. */
  @Get('states/:code/wall')
  @Does('The cards of a State to print, a page each')
  @Limited('search')
  @Open()
  @Answers(200, undefined, { contentType: PDF })
  async stateWall(
    @Param('code', { schema: stateCode }) code: string,
    @Query({ schema: storyQuery }) { lang }: z.infer<typeof storyQuery>,
  ) {
    const wall = await this.cards.stateWall(code);
    if (wall === null || wall.updated_at === null) throw fail('not_found');
    const about = { title: `ODOP wall of ${wall.name}`, updated_at: wall.updated_at };
    const tag = JSON.stringify([layout, code, lang, wall.digest]);
    return publicStream(cardMaxAge_s, PDF, tag, () => printed(this.cards.ofState(code), about, lang));
  }

  private async card(id: string) {
    const card = await this.cards.one(id);
    if (card === null) throw fail('not_found');
    return card;
  }
}
