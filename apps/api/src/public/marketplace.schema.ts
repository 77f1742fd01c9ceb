import { z } from 'zod';
import type { ParameterValue } from '#policy';

const reached = { phone: z.string(), email: z.string() };
const officer = z.strictObject({ name: z.string(), designation: z.string(), ...reached });

/** What the law wants everybody to read of who runs a marketplace. @rule */
export const marketplace = z
  .strictObject({
    legalName: z.string(),
    address: z.string().describe('its principal place of business'),
    website: z.string(),
    care: z.strictObject(reached).describe('where it is asked'),
    grievanceOfficer: officer.describe('who answers for complaints'),
    nodalPerson: officer.describe('resident in India, answers for the law being kept'),
  })
  .meta({
    id: 'Marketplace',
    example: {
      legalName: 'ODOP Bazaar Example',
      address: '1 Example Road, Varanasi 221001, Uttar Pradesh',
      website: 'https://odop-bazaar.example',
      care: { phone: '1800000000', email: 'care@odop-bazaar.example' },
      grievanceOfficer: {
        name: 'Kiran Example',
        designation: 'Grievance Officer',
        phone: '1800000000',
        email: 'grievances@odop-bazaar.example',
      },
      nodalPerson: {
        name: 'Asha Example',
        designation: 'Nodal Person',
        phone: '1800000000',
        email: 'nodal@odop-bazaar.example',
      },
    },
  });

export interface Particulars {
  entity: ParameterValue<'care.entity'>;
  care: ParameterValue<'care.contact'>;
  grievanceOfficer: ParameterValue<'care.grievance_officer'>;
  nodalPerson: ParameterValue<'care.nodal_person'>;
}

export const viewOfMarketplace = ({ entity, ...people }: Particulars): z.input<typeof marketplace> => ({
  legalName: entity.legal_name,
  address: entity.address,
  website: entity.website,
  ...people,
});
