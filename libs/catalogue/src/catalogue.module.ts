import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OdopModule } from '#odop';
import { OutgoingModule } from '#platform/outgoing';
import { StorageModule } from '#platform/storage';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { CategoriesQuery } from './data/categories.query.js';
import { Categories } from './data/categories.repository.js';
import { CategoryEntity } from './data/category.entity.js';
import { CategoryPlace } from './data/category-place.js';
import { FetchedPictures } from './data/desk/fetched-pictures.repository.js';
import { GoodsReading } from './data/desk/goods-reading.js';
import {
  FetchedPictureEntity,
  ImportFaultEntity,
  ImportGoodsEntity,
  ListingImportEntity,
} from './data/desk/import.entity.js';
import { Imports } from './data/desk/imports.repository.js';
import { OwnContentsQuery } from './data/desk/own-contents.query.js';
import { Drafts } from './data/drafts.js';
import { EntryTies } from './data/entry-ties.js';
import { ListingEntity, ListingHistoryEntity, ListingImageEntity } from './data/listing.entity.js';
import { PictureUploads } from './data/picture-uploads.repository.js';
import { Likenesses } from './data/likenesses.js';
import { ListingWriting } from './data/listing-writing.js';
import { ListingsQuery } from './data/listings.query.js';
import { Listings } from './data/listings.repository.js';
import { MediaEntity, MediaLikenessEntity, MediaPrintEntity, PictureUploadEntity } from './data/media.entity.js';
import { Media } from './data/media.repository.js';
import { MediaQuery } from './data/media.query.js';
import { OfferEntity, PriceChangeEntity } from './data/offer.entity.js';
import {
  StockHoldEntity,
  StockLevelEntity,
  StockLocationEntity,
  StockMovementEntity,
  StockWishEntity,
} from './data/stock.entity.js';
import { StockLocations } from './data/stock-locations.repository.js';
import { ComparableOffersQuery } from './data/comparable-offers.query.js';
import { OffersQuery } from './data/offers.query.js';
import { Offers } from './data/offers.repository.js';
import { OwnListingsQuery } from './data/own-listings.query.js';
import { RateLines } from './data/rate-lines.js';
import { ChangeImageEntity, ListingChangeEntity } from './data/change.entity.js';
import { Changes } from './data/changes.repository.js';
import { SoldVersionQuery } from './data/sold-version.query.js';
import { BlockAppeals } from './data/block-appeals.repository.js';
import { BlockAppealEntity, ReportEntity } from './data/report.entity.js';
import { Reports } from './data/reports.repository.js';
import { BrowseShelfQuery } from './data/shelf/browse-shelf.query.js';
import { SearchShelfQuery } from './data/shelf/search-shelf.query.js';
import { ShelfFacetsQuery } from './data/shelf/shelf-facets.query.js';
import { ShelfWordsQuery } from './data/shelf/shelf-words.query.js';
import {
  ShelfChangeEntity,
  ShelfCountedEntity,
  ShelfCountEntity,
  ShelfEntity,
  ShelfPhraseEntity,
  ShelfWordEntity,
} from './data/shelf/shelf.entity.js';
import { GoodsFeedQuery } from './data/feeds/goods-feed.query.js';
import { PlacesFeedQuery } from './data/feeds/places-feed.query.js';
import { SubmissionFactsQuery } from './data/submission-facts.js';
import { Stock } from './data/stock.repository.js';
import { AddPictures } from './use-cases/add-pictures.js';
import { StockWishes } from './data/stock-wishes.repository.js';
import { TellWaiting } from './use-cases/tell-waiting.js';
import { PairingEntity } from './data/pairing.entity.js';
import { Pairings } from './data/pairings.repository.js';
import { EndPairing } from './use-cases/end-pairing.js';
import { PairOffers } from './use-cases/pair-offers.js';
import { WaitForStock } from './use-cases/wait-for-stock.js';
import { AddLocation } from './use-cases/add-location.js';
import { ChangeLocation } from './use-cases/change-location.js';
import { RetireLocation } from './use-cases/retire-location.js';
import { MoveStock } from './use-cases/move-stock.js';
import { SetLowStock } from './use-cases/set-low-stock.js';
import { AskUpload } from './use-cases/ask-upload.js';
import { CompleteUpload } from './use-cases/complete-upload.js';
import { AppealBlock } from './use-cases/appeal-block.js';
import { ReviewsModule } from './reviews.module.js';
import { ShelfModule } from './shelf.module.js';
import { ApproveChange } from './use-cases/approve-change.js';
import { ApproveListing } from './use-cases/approve-listing.js';
import { AutoPublish } from './use-cases/auto-publish.js';
import { ChangeListing } from './use-cases/change-listing.js';
import { ChangePrice } from './use-cases/change-price.js';
import { CountGoods } from './use-cases/count-goods.js';
import { CommitStock } from './use-cases/commit-stock.js';
import { DraftCategory } from './use-cases/draft-category.js';
import { DecideBlockAppeal } from './use-cases/decide-block-appeal.js';
import { DecideReport } from './use-cases/decide-report.js';
import { DraftListing } from './use-cases/draft-listing.js';
import { EscalateListing } from './use-cases/escalate-listing.js';
import { EscalateChange } from './use-cases/escalate-change.js';
import { HideOldVersion } from './use-cases/hide-old-version.js';
import { ReturnChange } from './use-cases/return-change.js';
import { WithdrawChange } from './use-cases/withdraw-change.js';
import { EscalateReport } from './use-cases/escalate-report.js';
import { FollowLicence } from './use-cases/follow-licence.js';
import { FollowMakers } from './use-cases/follow-makers.js';
import { FreeHands } from './use-cases/free-hands.js';
import { HoldStock } from './use-cases/hold-stock.js';
import { MendPictures } from './use-cases/mend-pictures.js';
import { MakeRenditions } from './use-cases/make-renditions.js';
import { PauseListing } from './use-cases/pause-listing.js';
import { PublishCategory } from './use-cases/publish-category.js';
import { PurgeMedia } from './use-cases/purge-media.js';
import { GoodsInBulk } from './data/goods-in-bulk.js';
import { PutGoodsOnSale } from './use-cases/put-goods-on-sale.js';
import { ReleaseExpiredHold } from './use-cases/release-expired-hold.js';
import { ReleaseStock } from './use-cases/release-stock.js';
import { PassOnPieces } from './use-cases/pass-on-pieces.js';
import { RestorePieces } from './use-cases/restore-pieces.js';
import { RestoreStock } from './use-cases/restore-stock.js';
import { ReportListing } from './use-cases/report-listing.js';
import { ResumeListing } from './use-cases/resume-listing.js';
import { RetireListing } from './use-cases/retire-listing.js';
import { ReturnListing } from './use-cases/return-listing.js';
import { ReviseCategory } from './use-cases/revise-category.js';
import { ReviseListing } from './use-cases/revise-listing.js';
import { SeedCategories } from './use-cases/seed-categories.js';
import { SetStock } from './use-cases/set-stock.js';
import { SubmitListing } from './use-cases/submit-listing.js';
import { UploadImage } from './use-cases/upload-image.js';
import { WithdrawCategory } from './use-cases/withdraw-category.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { CancelImport } from './use-cases/cancel-import.js';
import { ChangePrices } from './use-cases/change-prices.js';
import { CheckImport } from './use-cases/check-import.js';
import { DuplicateListing } from './use-cases/duplicate-listing.js';
import { ExportGoods } from './use-cases/export-goods.js';
import { FaultSheet } from './use-cases/fault-sheet.js';
import { FetchPictures } from './use-cases/fetch-pictures.js';
import { GoodsTemplate } from './use-cases/goods-template.js';
import { SetStocks } from './use-cases/set-stocks.js';
import { StartImport } from './use-cases/start-import.js';
import { TiePictures } from './use-cases/tie-pictures.js';

const spoken = [
  StartImport,
  CheckImport,
  ApplyImport,
  CancelImport,
  Imports,
  ExportGoods,
  SetStocks,
  ChangePrices,
  FaultSheet,
  GoodsTemplate,
  DuplicateListing,
  DraftListing,
  ReviseListing,
  SubmitListing,
  ApproveListing,
  ReturnListing,
  PauseListing,
  ResumeListing,
  RetireListing,
  ChangeListing,
  ApproveChange,
  ReturnChange,
  WithdrawChange,
  HideOldVersion,
  EscalateChange,
  Changes,
  ReportListing,
  DecideReport,
  EscalateReport,
  FollowLicence,
  AppealBlock,
  DecideBlockAppeal,
  Reports,
  BlockAppeals,
  EscalateListing,
  ChangePrice,
  SetStock,
  AddLocation,
  ChangeLocation,
  RetireLocation,
  MoveStock,
  SetLowStock,
  StockLocations,
  Stock,
  PairOffers,
  EndPairing,
  Pairings,
  WaitForStock,
  TellWaiting,
  StockWishes,
  AddPictures,
  UploadImage,
  AskUpload,
  CompleteUpload,
  PictureUploads,
  TiePictures,
  MakeRenditions,
  MendPictures,
  PurgeMedia,
  PutGoodsOnSale,
  FreeHands,
  HoldStock,
  ReleaseStock,
  CommitStock,
  PassOnPieces,
  RestorePieces,
  RestoreStock,
  ReleaseExpiredHold,
  CountGoods,
  FollowMakers,
  BrowseShelfQuery,
  SearchShelfQuery,
  ShelfFacetsQuery,
  ShelfWordsQuery,
  GoodsFeedQuery,
  PlacesFeedQuery,
  ListingsQuery,
  OwnListingsQuery,
  OffersQuery,
  ComparableOffersQuery,
  MediaQuery,
  Likenesses,
  DraftCategory,
  ReviseCategory,
  PublishCategory,
  WithdrawCategory,
  SeedCategories,
  CategoriesQuery,
  SubmissionFactsQuery,
  Categories,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ListingEntity,
      ListingHistoryEntity,
      MediaEntity,
      MediaPrintEntity,
      MediaLikenessEntity,
      PictureUploadEntity,
      ListingImageEntity,
      OfferEntity,
      PriceChangeEntity,
      CategoryEntity,
      StockLocationEntity,
      StockLevelEntity,
      PairingEntity,
      StockHoldEntity,
      StockWishEntity,
      StockMovementEntity,
      ListingChangeEntity,
      ChangeImageEntity,
      ReportEntity,
      BlockAppealEntity,
      ListingImportEntity,
      ImportGoodsEntity,
      ImportFaultEntity,
      FetchedPictureEntity,
      ShelfEntity,
      ShelfWordEntity,
      ShelfPhraseEntity,
      ShelfCountEntity,
      ShelfCountedEntity,
      ShelfChangeEntity,
    ]),
    OdopModule,
    OutgoingModule,
    PolicyModule,
    StorageModule,
    SellersModule,
    ShelfModule,
    ReviewsModule,
  ],
  providers: [
    ...spoken,
    FetchPictures,
    FetchedPictures,
    GoodsReading,
    OwnContentsQuery,
    AutoPublish,
    SoldVersionQuery,
    CategoryPlace,
    EntryTies,
    GoodsInBulk,
    Listings,
    ListingWriting,
    Drafts,
    Media,
    Offers,
    RateLines,
  ],
  exports: [...spoken, Offers, ShelfModule, ReviewsModule],
})
export class CatalogueModule {}
