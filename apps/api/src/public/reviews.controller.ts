import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ListingsQuery, reviewKey, ReviewsQuery } from '#catalogue';
import { Answers, Does, Limited, Open, Page, Pages, publicly, Refuses } from '#platform/http';
import { listingsMaxAge_s } from './listings.schema.js';
import { reviewsPage, reviewsQuery, viewOfRating, viewOfReview } from './reviews.schema.js';

/** What buyers say of goods. @rule */
@Controller('v1/public/listings')
export class PublicReviewsController {
  constructor(
    private readonly listings: ListingsQuery,
    private readonly reviews: ReviewsQuery,
    private readonly pages: Pages,
  ) {}

  @Get(':id/reviews')
  @Does('What buyers who received the goods say of them, and how many stars they give')
  @Limited('search')
  @Open()
  @Answers(200, reviewsPage)
  @Refuses('listing_unknown')
  async list(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: reviewsQuery }) query: z.infer<typeof reviewsQuery>,
  ) {
    const request = this.pages.read({ ...query, count: false }, reviewKey);
    const [, rows, rating] = await Promise.all([
      this.listings.assertShown(id),
      this.reviews.page(id, query.stars ?? null, query.sort, request),
      this.reviews.ratingOf(id),
    ]);
    const page = this.pages.of(request, rows, (row) => [row.sort_stars, row.sort_time, row.review_id], viewOfReview);
    const body = { ...page.body, rating: viewOfRating(rating) };
    return publicly(listingsMaxAge_s, new Page(body, page.prev));
  }
}
