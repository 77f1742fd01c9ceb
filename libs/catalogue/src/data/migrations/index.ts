import { GoodsOffersAndStock1795000050000 } from './1795000050000-goods-offers-and-stock.js';
import { UnusedPicturesGo1795000051000 } from './1795000051000-unused-pictures-go.js';
import { GoodsOfARestrictedMakerAreHidden1795000051500 } from './1795000051500-goods-of-a-restricted-maker-are-hidden.js';
import { GoodsStandOnShelves1795000052000 } from './1795000052000-goods-stand-on-shelves.js';
import { GoodsAreReportedAndBlocked1795000054000 } from './1795000054000-goods-are-reported-and-blocked.js';
import { GoodsStandOnAShelf1795000053000 } from './1795000053000-goods-stand-on-a-shelf.js';
import { ThePlatformHasPicturesToo1795000055100 } from './1795000055100-the-platform-has-pictures-too.js';
import { PicturesComeBySignedUpload1795000055300 } from './1795000055300-pictures-come-by-signed-upload.js';
import { PicturesArePaintedAnew1795000055200 } from './1795000055200-pictures-are-painted-anew.js';
import { CountsFollowTheShelf1795000053400 } from './1795000053400-counts-follow-the-shelf.js';
import { WordsAndMarksHaveOneIndex1795000053500 } from './1795000053500-words-and-marks-have-one-index.js';
import { ChangesWaitForTheDesk1795000054200 } from './1795000054200-changes-wait-for-the-desk.js';
import { AllGoodsStandOnTheShelf1795000053200 } from './1795000053200-all-goods-stand-on-the-shelf.js';
import { StockLiesInPlaces1795000056000 } from './1795000056000-stock-lies-in-places.js';
import { BuyersReviewGoods1795000059000 } from './1795000059000-buyers-review-goods.js';
import { ShoppersWaitForGoods1795000056200 } from './1795000056200-shoppers-wait-for-goods.js';
import { TheShelfSaysWhenItChanged1795000059100 } from './1795000059100-the-shelf-says-when-it-changed.js';
import { ResellersPairToGoods1795000056400 } from './1795000056400-resellers-pair-to-goods.js';
import { GoodsComeInSheets1795000058000 } from './1795000058000-goods-come-in-sheets.js';
import { OfReviewsPeopleHearOnce1795000059200 } from './1795000059200-of-reviews-people-hear-once.js';
import { HandsOfAMakerAreHeld1795000057100 } from './1795000057100-hands-of-a-maker-are-held.js';
import { SoldPiecesComeBackOneByOne1795000057000 } from './1795000057000-sold-pieces-come-back-one-by-one.js';
import { MakersSayWhereTheyAreAsked1795000090100 } from './1795000090100-makers-say-where-they-are-asked.js';

export const catalogueMigrations = [
  GoodsOffersAndStock1795000050000,
  UnusedPicturesGo1795000051000,
  GoodsOfARestrictedMakerAreHidden1795000051500,
  GoodsStandOnShelves1795000052000,
  GoodsAreReportedAndBlocked1795000054000,
  GoodsStandOnAShelf1795000053000,
  AllGoodsStandOnTheShelf1795000053200,
  CountsFollowTheShelf1795000053400,
  WordsAndMarksHaveOneIndex1795000053500,
  ChangesWaitForTheDesk1795000054200,
  ThePlatformHasPicturesToo1795000055100,
  StockLiesInPlaces1795000056000,
  BuyersReviewGoods1795000059000,
  PicturesArePaintedAnew1795000055200,
  PicturesComeBySignedUpload1795000055300,
  ShoppersWaitForGoods1795000056200,
  TheShelfSaysWhenItChanged1795000059100,
  ResellersPairToGoods1795000056400,
  GoodsComeInSheets1795000058000,
  OfReviewsPeopleHearOnce1795000059200,
  SoldPiecesComeBackOneByOne1795000057000,
  HandsOfAMakerAreHeld1795000057100,
  MakersSayWhereTheyAreAsked1795000090100,
];
