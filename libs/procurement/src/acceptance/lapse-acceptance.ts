import { Injectable } from '@nestjs/common';
import { JudgeGoods } from './judge-goods.js';
import { ReceiveGoods } from './receive-goods.js';

@Injectable()
export class LapseAcceptance {
  constructor(
    private readonly receiveGoods: ReceiveGoods,
    private readonly judgeGoods: JudgeGoods,
  ) {}

  /** A consignee's clock ran out: first the receipt, later the acceptance happens by itself. @rule  */
  async run(shipmentId: string): Promise<void> {
    await this.receiveGoods.lapse(shipmentId);
    await this.judgeGoods.lapse(shipmentId);
  }
}
