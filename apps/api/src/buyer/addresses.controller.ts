import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { AddAddress, Addresses, ChangeAddress, RemoveAddress, type Address } from '#orders';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, IfMatch, Of, Precondition, Refuses, withEtag } from '#platform/http';
import { addressBody, addressBook, addressView, viewOfAddress, writtenAddress } from './addresses.schema.js';

/** Where a shopper has parcels sent. @rule */
@Controller('v1/buyer/addresses')
@Of(Addresses, (addresses, tx, id) => addresses.byId(tx, id))
export class AddressesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly addresses: Addresses,
    private readonly addAddress: AddAddress,
    private readonly changeAddress: ChangeAddress,
    private readonly removeAddress: RemoveAddress,
  ) {}

  @Get()
  @Does('Your addresses, the one you mostly use first')
  @Allow('buyer:order')
  @Answers(200, addressBook)
  async all() {
    return { items: (await this.work.run((tx) => this.addresses.own(tx))).map(viewOfAddress) };
  }

  @Get(':id')
  @Does('One of your addresses')
  @Allow('buyer:order')
  @Answers(200, addressView)
  @Refuses('address_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return versioned(await this.work.run((tx) => this.addresses.byId(tx, id)));
  }

  @Post()
  @Does('Write an address into your book; its PIN code says in which district it lies')
  @Allow('buyer:order')
  @Answers(201, addressView)
  @Refuses('address_book_full', 'pincode_unknown', 'pincode_in_other_state')
  async add(@Body({ schema: addressBody }) body: z.infer<typeof addressBody>) {
    const address = await this.addAddress.run(writtenAddress(body));
    return created(`/v1/buyer/addresses/${address.id}`, viewOfAddress(address), address.version);
  }

  @Put(':id')
  @Does('Write an address anew; what was ordered goes where it was to go')
  @Allow('buyer:order')
  @Answers(200, addressView)
  @Refuses('address_not_found', 'pincode_unknown', 'pincode_in_other_state')
  async change(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: addressBody }) body: z.infer<typeof addressBody>,
  ) {
    return versioned(await this.changeAddress.run(id, writtenAddress(body), (version) => seen.check(version)));
  }

  @Delete(':id')
  @Does('Take an address out of your book')
  @Allow('buyer:order')
  @HttpCode(204)
  @Answers(204)
  @Refuses('address_not_found')
  remove(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.removeAddress.run(id);
  }
}

const versioned = (address: Address) => withEtag(address.version, viewOfAddress(address));
