import { Module } from '@nestjs/common';
import { ProblemsController } from '../problems/problems.controller.js';
import { DocsController } from './docs.controller.js';
import { OpenapiController } from './openapi.controller.js';
import { WellKnownController } from './well-known.controller.js';

/** What the service says about itself. */
@Module({ controllers: [OpenapiController, DocsController, ProblemsController, WellKnownController] })
export class DescriptionModule {}
