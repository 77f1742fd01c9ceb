import { Controller, Get } from '@nestjs/common';
import { Answers, Does, Open, publicly } from '#platform/http';
import { PolicyQuery } from '#policy';
import { marketplace, viewOfMarketplace } from './marketplace.schema.js';

@Controller('v1/public/marketplace')
export class MarketplaceController {
  constructor(private readonly policy: PolicyQuery) {}

  @Get()
  @Does('Who runs the marketplace, where it is asked, and who answers there, by name and post')
  @Open()
  @Answers(200, marketplace)
  async show() {
    const today = new Date(`${await this.policy.today()}T06:30:00Z`);
    return publicly(
      60,
      viewOfMarketplace({
        entity: this.policy.at('care.entity', today),
        care: this.policy.at('care.contact', today),
        grievanceOfficer: this.policy.at('care.grievance_officer', today),
        nodalPerson: this.policy.at('care.nodal_person', today),
      }),
    );
  }
}
