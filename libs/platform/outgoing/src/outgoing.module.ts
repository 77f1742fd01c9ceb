import { Module } from '@nestjs/common';
import { Outgoing } from './outgoing.js';

/** The one way to addresses strangers gave us, over the open road. @rule S-21 */
@Module({ providers: [{ provide: Outgoing, useFactory: () => new Outgoing() }], exports: [Outgoing] })
export class OutgoingModule {}
