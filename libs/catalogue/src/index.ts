export { CatalogueModule } from './catalogue.module.js';
export { ShelfModule } from './shelf.module.js';
export { CategorySeedModule } from './category-seed.module.js';
export { DraftListing } from './use-cases/draft-listing.js';
export { ReviseListing } from './use-cases/revise-listing.js';
export { SubmitListing } from './use-cases/submit-listing.js';
export { ApproveListing } from './use-cases/approve-listing.js';
export { ReturnListing } from './use-cases/return-listing.js';
export { PauseListing } from './use-cases/pause-listing.js';
export { ResumeListing } from './use-cases/resume-listing.js';
export { RetireListing } from './use-cases/retire-listing.js';
export { ChangeListing } from './use-cases/change-listing.js';
export { ApproveChange } from './use-cases/approve-change.js';
export { ReturnChange } from './use-cases/return-change.js';
export { WithdrawChange } from './use-cases/withdraw-change.js';
export { HideOldVersion } from './use-cases/hide-old-version.js';
export { EscalateChange } from './use-cases/escalate-change.js';
export { changeKey, Changes, changeStates, type ChangeLine } from './data/changes.repository.js';
export { ReportListing } from './use-cases/report-listing.js';
export { DecideReport } from './use-cases/decide-report.js';
export { EscalateReport } from './use-cases/escalate-report.js';
export { FollowLicence } from './use-cases/follow-licence.js';
export { AppealBlock } from './use-cases/appeal-block.js';
export { DecideBlockAppeal } from './use-cases/decide-block-appeal.js';
export { reportKey, Reports, type ReportLine } from './data/reports.repository.js';
export { BlockAppeals, type BlockAppealLine } from './data/block-appeals.repository.js';
export { reportReasons, reportStates } from './domain/report.rules.js';
export { EscalateListing } from './use-cases/escalate-listing.js';
export { ChangePrice } from './use-cases/change-price.js';
export { AddPictures, type AddedPicture } from './use-cases/add-pictures.js';
export { SetStock, type CountOf } from './use-cases/set-stock.js';
export { MendPictures } from './use-cases/mend-pictures.js';
export { MakeRenditions } from './use-cases/make-renditions.js';
export { MakeRenditionsJob } from './domain/media.jobs.js';
export {
  extentsOf,
  formatFor,
  pictureSizes,
  renditionFormats,
  type RenditionFormat,
  type PictureSize,
} from './domain/renditions.js';
export { pictureFaults, pictureStates } from './domain/broken-picture.js';
export { AskUpload, type UploadAsked } from './use-cases/ask-upload.js';
export { CompleteUpload } from './use-cases/complete-upload.js';
export { PictureUploads } from './data/picture-uploads.repository.js';
export { UploadImage } from './use-cases/upload-image.js';
export { TiePictures, type TiedPictures } from './use-cases/tie-pictures.js';
export { archiveBytes_max, archiveLimits } from './domain/desk/picture-files.js';
export { PurgeMedia } from './use-cases/purge-media.js';
export { PairOffers } from './use-cases/pair-offers.js';
export { EndPairing } from './use-cases/end-pairing.js';
export { Pairings, type PairingLine } from './data/pairings.repository.js';
export { pairedInput, type PairedInput } from './domain/pairing.rules.js';
export { TellWaiting } from './use-cases/tell-waiting.js';
export { WaitForStock } from './use-cases/wait-for-stock.js';
export { StockWishes, type StockWish } from './data/stock-wishes.repository.js';
export { AddLocation } from './use-cases/add-location.js';
export { ChangeLocation } from './use-cases/change-location.js';
export { RetireLocation } from './use-cases/retire-location.js';
export { MoveStock } from './use-cases/move-stock.js';
export { SetLowStock } from './use-cases/set-low-stock.js';
export { StockLocations, type StockLocation } from './data/stock-locations.repository.js';
export { movementKey, Stock, type Movement, type StockLevel } from './data/stock.repository.js';
export { FreeHands } from './use-cases/free-hands.js';
export { HoldStock, type HoldRequest } from './use-cases/hold-stock.js';
export { ReleaseStock } from './use-cases/release-stock.js';
export { FollowMakers } from './use-cases/follow-makers.js';
export { CountGoods } from './use-cases/count-goods.js';
export { CommitStock } from './use-cases/commit-stock.js';
export { PassOnPieces } from './use-cases/pass-on-pieces.js';
export { RestorePieces } from './use-cases/restore-pieces.js';
export { RestoreStock } from './use-cases/restore-stock.js';
export { ReleaseExpiredHold } from './use-cases/release-expired-hold.js';
export {
  listingKey,
  ListingsQuery,
  type ListingCard,
  type ListingFilter,
  type ListingPage,
} from './data/listings.query.js';
export {
  deskListingKey,
  ownListingKey,
  OwnListingsQuery,
  type ListingLine,
  type OwnListing,
} from './data/own-listings.query.js';
export { Offers, type AskedPrice, type Offer } from './data/offers.repository.js';
export { OffersQuery, type OfferForSale } from './data/offers.query.js';
export { ComparableOffersQuery, type ComparableGoods, type ComparableOffer } from './data/comparable-offers.query.js';
export { Likenesses, type Likeness } from './data/likenesses.js';
export { MediaQuery, type Picture, type PictureFacts, type ShownPicture } from './data/media.query.js';
export {
  foodDetails,
  handmades,
  listingInput,
  type Unit,
  units,
  type ListingInput,
  type OfferInput,
} from './domain/listing-content.js';
export { seededCategories } from '../seed/categories.js';
export { PutGoodsOnSale, type GoodsToSell } from './use-cases/put-goods-on-sale.js';
export { imageBytes_max, imageTypes, readImage, type ImageFacts, type ImageType } from './domain/image.js';
export { blockGrounds, listingStates, type ListingState } from './domain/listing.states.js';
export { checklistKeys, type ChecklistItem } from './domain/checklist.js';
export { certification, certificationKinds, declarations, type Declarations } from './domain/declarations.js';
export { inLanguage, languages, translation, type Language } from './domain/languages.js';
export { parameterKey, type ParameterValue } from './domain/category.js';
export { storefronts, storefrontsOf, type StorefrontGoods, type StorefrontMaker } from './domain/storefronts.js';
export { plainText } from './domain/plain-text.js';
export { isFood } from './domain/food.rules.js';
export { GoodsFeedQuery, type FeedGoods, type GoodsAddress } from './data/feeds/goods-feed.query.js';
export { PlacesFeedQuery } from './data/feeds/places-feed.query.js';
export { goodsSlug, idOfSlug } from './domain/goods-slug.js';
export { servesPin } from './domain/serviceable.js';
export { unitPriceOf, type Door, type PricedOffer, type QuantityBreak } from './domain/selling-price.js';
export { unitSalePrice } from './domain/unit-sale-price.js';
export { SubmissionFactsQuery } from './data/submission-facts.js';
export { versionOf } from './domain/listing-version.js';
export {
  countReasons,
  locations_max,
  movementKinds,
  wishes_max,
  type CountReason,
  type StockLine,
} from './domain/stock.rules.js';
export {
  BackInStock,
  BlockAppealed,
  CategoryRenamed,
  BlockAppealRefused,
  IpRepeated,
  ListingBlocked,
  PictureBroken,
  ReportDismissed,
  ReportEscalated,
  ReportMade,
  ReportUpheld,
  ListingChangeApproved,
  ListingChangeAsked,
  ListingChanged,
  ListingChangeEscalated,
  ListingChangeReturned,
  ListingEscalated,
  ListingHidden,
  ListingLive,
  ListingPaused,
  ListingRestocked,
  ListingResumed,
  ListingRetired,
  ListingDraftedFor,
  ListingReturned,
  ListingSoldOut,
  ListingSubmitted,
  LowStock,
  ListingPaired,
  PairingEnded,
  StockTurned,
  WishMet,
} from './domain/listing.events.js';
export { DraftCategory } from './use-cases/draft-category.js';
export { ReviseCategory } from './use-cases/revise-category.js';
export { PublishCategory } from './use-cases/publish-category.js';
export { WithdrawCategory } from './use-cases/withdraw-category.js';
export { SeedCategories } from './use-cases/seed-categories.js';
export { CategoriesQuery, type CategoryDraftLine, type CategoryLine } from './data/categories.query.js';
export { type Category } from './data/categories.repository.js';
export { categoryInput, goldenParameter, quadrants, type CategoryInput } from './domain/category.js';
export { ShelveGoods } from './use-cases/shelve-goods.js';
export { FillShelf } from './use-cases/fill-shelf.js';
export { RebuildShelf } from './use-cases/rebuild-shelf.js';
export { CountShelf } from './use-cases/count-shelf.js';
export { FoldShelfCounts } from './use-cases/fold-shelf-counts.js';
export { ShelveMakerJob } from './domain/shelf/shelf.jobs.js';
export { BrowseShelfQuery, shelfKey, shelfSorts, type ShelfSort } from './data/shelf/browse-shelf.query.js';
export {
  factorValues,
  SearchShelfQuery,
  searchKey,
  type Found,
  type FoundCard,
} from './data/shelf/search-shelf.query.js';
export { ShelfFacetsQuery, type Facets } from './data/shelf/shelf-facets.query.js';
export { ShelfWordsQuery, type Suggestion } from './data/shelf/shelf-words.query.js';
export type { ShelfCard } from './data/shelf/shelf-card.js';
export type { ShelfFilter } from './data/shelf/shelf-conditions.js';
export type { AskedWord } from './domain/shelf/query-words.js';
export { facetNames, pinTags, priceBands, tag, type FacetName } from './domain/shelf/facets.js';
export { wordsLeftOut } from './domain/shelf/shelf-words.js';
export { explainScore, factors } from './domain/shelf/ranking.rules.js';
export { ReviewsModule } from './reviews.module.js';
export { InviteReviews } from './use-cases/invite-reviews.js';
export { WriteReview } from './use-cases/write-review.js';
export { WithdrawReview } from './use-cases/withdraw-review.js';
export { AnswerReview } from './use-cases/answer-review.js';
export { ReportReview } from './use-cases/report-review.js';
export { DecideReviewCase } from './use-cases/decide-review-case.js';
export { reviewCaseKey, ReviewCases, type ReviewCaseLine } from './data/reviews/review-cases.repository.js';
export {
  ownReviewKey,
  reviewKey,
  reviewSorts,
  ReviewsQuery,
  type OwnReview,
  type Rating,
  type ShopReview,
  type ShownReview,
} from './data/reviews/reviews.query.js';
export type { Review } from './data/reviews/reviews.repository.js';
export { reviewInput, reviewReasons, type ReviewInput } from './domain/reviews/review.rules.js';
export { answerStates, reviewStates, type ReviewState } from './domain/reviews/review.states.js';
export { suspicionKinds } from './domain/reviews/suspicions.js';
export {
  RatingChanged,
  ReviewAnswered,
  ReviewAnswerRefused,
  ReviewCaseEscalated,
  ReviewCaseMade,
  ReviewInvited,
  ReviewPublished,
  ReviewRefused,
  ReviewReportDecided,
} from './domain/reviews/review.events.js';
export { SetStocks } from './use-cases/set-stocks.js';
export { ChangePrices } from './use-cases/change-prices.js';
export { bulkRows_max, type BulkOutcome } from './domain/desk/bulk.js';
export { StartImport } from './use-cases/start-import.js';
export { CheckImport } from './use-cases/check-import.js';
export { ApplyImport } from './use-cases/apply-import.js';
export { CancelImport } from './use-cases/cancel-import.js';
export { DuplicateListing } from './use-cases/duplicate-listing.js';
export { ExportGoods } from './use-cases/export-goods.js';
export { FaultSheet } from './use-cases/fault-sheet.js';
export { GoodsTemplate } from './use-cases/goods-template.js';
export { ApplyImportJob, CheckImportJob } from './domain/desk/import.jobs.js';
export { importSteps, listingImportStates, type ListingImportState } from './domain/desk/import.states.js';
export { faultCodes, faultLanguages, faultSays, type FaultLanguage } from './domain/desk/fault-words.js';
export {
  importFaultKey,
  Imports,
  type ImportCount,
  type ImportFault,
  type ListingImport,
} from './data/desk/imports.repository.js';
export { catalogueMigrations } from './data/migrations/index.js';
