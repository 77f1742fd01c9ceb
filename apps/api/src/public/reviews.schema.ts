import { z } from 'zod';
import { reviewSorts, type Rating, type ShownReview } from '#catalogue';
import { pageOf, pageQuery, queryInteger } from '#platform/http';

/** Average and number of voices; absent where nobody has spoken. */
export const ratingBrief = z
  .strictObject({ stars: z.number().min(1).max(5).describe('average, to a tenth'), reviews: z.int().min(1) })
  .meta({ id: 'RatingBrief' });

export const briefRating = (rated: { reviews: number; rating_tenths: number }) =>
  rated.reviews === 0 ? null : { stars: rated.rating_tenths / 10, reviews: rated.reviews };

export const reviewsQuery = pageQuery.omit({ count: true }).extend({
  sort: z.enum(reviewSorts).default('newest'),
  stars: queryInteger(1, 5).optional().describe('only reviews with so many stars'),
});

const reviewAnswer = z.strictObject({ words: z.string(), answeredAt: z.iso.datetime() });

/** A review as everybody reads it. */
export const publicReview = z
  .strictObject({
    id: z.uuid(),
    stars: z.int().min(1).max(5),
    title: z.string().nullable(),
    words: z.string().nullable(),
    language: z.string(),
    by: z.strictObject({
      name: z
        .string()
        .nullable()
        .describe('first name and initial, where the buyer wants it; null: a buyer of the State'),
      state: z.string().describe('the State the goods went to'),
    }),
    writtenAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    answer: reviewAnswer.nullable().describe('the maker’s'),
  })
  .meta({ id: 'Review' });

const fullRating = z
  .strictObject({
    stars: z.number().min(0).max(5).describe('average, to a tenth; 0: nobody has spoken'),
    reviews: z.int().min(0),
    byStars: z.array(z.int().min(0)).length(5).describe('voices for one star, for two … for five'),
  })
  .meta({ id: 'Rating' });

export const reviewsPage = pageOf(publicReview).omit({ count: true }).extend({ rating: fullRating });

export const viewOfReview = (row: ShownReview): z.input<typeof publicReview> => ({
  id: row.review_id,
  stars: row.stars,
  title: row.title,
  words: row.words,
  language: row.language,
  by: { name: row.by_name, state: row.by_state },
  writtenAt: row.written_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  answer:
    row.answer === null || row.answered_at === null
      ? null
      : { words: row.answer, answeredAt: row.answered_at.toISOString() },
});

export const viewOfRating = (rating: Rating): z.input<typeof fullRating> => ({
  stars: rating.rating_tenths / 10,
  reviews: rating.reviews,
  byStars: rating.stars,
});
