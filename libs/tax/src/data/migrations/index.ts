import { TaxIsKeptForTheGovernment1795000063000 } from './1795000063000-tax-is-kept-for-the-government.js';

export const taxMigrations = [TaxIsKeptForTheGovernment1795000063000];
