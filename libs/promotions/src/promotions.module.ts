import { Module, type Type } from '@nestjs/common';

const verbs: Type[] = [];

@Module({ providers: [...verbs], exports: [...verbs] })
export class PromotionsModule {}
