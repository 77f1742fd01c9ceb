import { z } from 'zod';
import type { Address } from '#orders';
import { freeText } from '#platform/identifiers';
import { districtName, pincodeText, stateCode } from '../public/names.schema.js';
import { shipToBody } from './orders.schema.js';

export const addressBody = z
  .strictObject({
    label: freeText(40).optional().describe('your own word for it'),
    ...shipToBody.omit({ pincode: true }).shape,
    pincode: pincodeText.describe('says in which district it lies'),
    state: stateCode.describe('must be the one the PIN code lies in'),
    isDefault: z.boolean().optional().describe('it becomes the one you mostly use; left out, that stays as it is'),
  })
  .meta({
    id: 'AddressBody',
    example: {
      label: 'Home',
      name: 'Farah Test',
      mobile: '+919800000001',
      street: '1 Test Road',
      pincode: '812001',
      state: 'IN-BR',
    },
  });

export const writtenAddress = ({ label, state, isDefault, ...rest }: z.infer<typeof addressBody>) => ({
  ...rest,
  label: label ?? null,
  stateCode: state,
  isDefault: isDefault ?? false,
});

export const addressView = z
  .strictObject({
    id: z.uuid(),
    label: z.string().nullable(),
    name: z.string(),
    mobile: z.string(),
    street: z.string(),
    pincode: z.string(),
    district: districtName.pick({ slug: true, name: true }),
    state: stateCode,
    gstin: z.string().nullable().describe('of the business you buy for; null: none'),
    isDefault: z.boolean().describe('the one you mostly use'),
    version: z.int(),
  })
  .meta({ id: 'Address' });

/** More than a book is ever allowed to hold. */
const addresses_max = 200;
export const addressBook = z
  .strictObject({ items: z.array(addressView).max(addresses_max) })
  .meta({ id: 'AddressBook' });

export const viewOfAddress = (address: Address): z.input<typeof addressView> => ({
  id: address.id,
  label: address.label,
  name: address.name,
  mobile: address.mobile,
  street: address.street,
  pincode: address.pincode,
  district: { slug: address.district_slug, name: address.district_name },
  state: address.state_code,
  gstin: address.gstin ?? null,
  isDefault: address.is_default,
  version: address.version,
});
