import { PlacesAndOdopEntries1795000030000 } from './1795000030000-places-and-odop-entries.js';

export const odopMigrations = [PlacesAndOdopEntries1795000030000];
