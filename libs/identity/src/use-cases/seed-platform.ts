import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { OrganisationsQuery } from '../data/organisations.query.js';
import { platformOrganisationId } from '../domain/organisation-kind.js';
import { CreateOrganisation } from './create-organisation.js';

/** The organisation that platform administrators, operators and auditors belong to. */
@Injectable()
export class SeedPlatform {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsQuery,
    private readonly createOrganisation: CreateOrganisation,
  ) {}

  run(): Promise<string> {
    return this.work.run(async (tx) => {
      if (await this.organisations.inside(tx, platformOrganisationId)) return 'there already';
      await this.createOrganisation.inside(tx, { id: platformOrganisationId, kind: 'platform', name: 'ODOP Bazaar' });
      return 'made';
    });
  }
}
