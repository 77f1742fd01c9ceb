import { Controller, Post } from '@nestjs/common';
import { OpenGuestCart } from '#orders';
import { Answers, created, Does, Limited, Open } from '#platform/http';
import { guestCart } from '../buyer/carts.schema.js';

@Controller('v1/public/carts')
export class GuestCartsController {
  constructor(private readonly openGuestCart: OpenGuestCart) {}

  @Post()
  @Does('Begins to shop without an account: an empty cart, and the token a guest is known by')
  @Open({ ignoresCredentials: true })
  @Limited('guests')
  @Answers(201, guestCart)
  async open() {
    const { cartId: id, token, endsAt } = await this.openGuestCart.run();
    return created(`/v1/buyer/carts/${id}`, { id, version: 1, lines: [], token, endsAt: endsAt.toISOString() });
  }
}
