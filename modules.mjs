/**
 * The module map. One row per module: its layer and the modules it may use.
 * From it come the import rules (`npm run check`), the Jest aliases and the picture in docs/ARCHITECTURE.md.
 * A module's name is its folder under libs/, its import (`#name`), its PostgreSQL schema and its event prefix.
 *
 * @type {Record<string, { layer: 0 | 1 | 2 | 3 | 4 | 5, uses: string[] }>}
 */
export const modules = {
  // 0 platform: a lower line may use the lines above it
  'platform/kernel': { layer: 0, uses: [] },
  'platform/money': { layer: 0, uses: ['platform/kernel'] },
  'platform/time': { layer: 0, uses: ['platform/kernel'] },
  'platform/identifiers': { layer: 0, uses: [] },
  'platform/config': { layer: 0, uses: ['platform/kernel'] },
  'platform/observability': { layer: 0, uses: ['platform/kernel', 'platform/config', 'platform/identifiers'] },
  'platform/database': {
    layer: 0,
    uses: ['platform/kernel', 'platform/time', 'platform/config', 'platform/observability'],
  },
  'platform/crypto': {
    layer: 0,
    uses: ['platform/kernel', 'platform/config', 'platform/observability', 'platform/database'],
  },
  'platform/queue': {
    layer: 0,
    uses: ['platform/kernel', 'platform/config', 'platform/observability', 'platform/database'],
  },
  'platform/audit': {
    layer: 0,
    uses: ['platform/kernel', 'platform/time', 'platform/observability', 'platform/database', 'platform/crypto'],
  },
  // files: where they are kept, and what is looked at before they are
  'platform/storage': {
    layer: 0,
    uses: ['platform/kernel', 'platform/config', 'platform/observability', 'platform/database', 'platform/crypto'],
  },
  'platform/uploads': {
    layer: 0,
    uses: ['platform/kernel', 'platform/identifiers', 'platform/config', 'platform/observability'],
  },
  // addresses strangers gave us
  'platform/outgoing': { layer: 0, uses: ['platform/kernel', 'platform/config', 'platform/observability'] },
  // rows of spreadsheets, in and out
  'platform/sheets': { layer: 0, uses: [] },
  // tables and cards on paper, in the scripts of India
  'platform/print': { layer: 0, uses: [] },
  'platform/files': {
    layer: 0,
    uses: ['platform/database', 'platform/crypto', 'platform/storage', 'platform/uploads'],
  },
  'platform/http': {
    layer: 0,
    uses: [
      'platform/kernel',
      'platform/money',
      'platform/time',
      'platform/config',
      'platform/observability',
      'platform/database',
      'platform/crypto',
      'platform/queue',
    ],
  },
  'platform/simulators': { layer: 0, uses: [] },
  'platform/testing': {
    layer: 0,
    uses: [
      'platform/kernel',
      'platform/money',
      'platform/time',
      'platform/config',
      'platform/observability',
      'platform/database',
      'platform/crypto',
      'platform/queue',
      'platform/http',
    ],
  },
  // 1 registers
  policy: { layer: 1, uses: ['platform'] },
  identity: { layer: 1, uses: ['platform', 'policy'] },
  odop: { layer: 1, uses: ['platform', 'policy', 'identity'] },
  // 2 supply
  sellers: { layer: 2, uses: ['platform', 'policy', 'identity', 'odop'] },
  catalogue: { layer: 2, uses: ['platform', 'policy', 'identity', 'odop', 'sellers'] },
  // 3 services: they know a cause {kind, id}, never an order or a contract
  tax: { layer: 3, uses: ['platform', 'policy', 'odop', 'sellers'] },
  ledger: { layer: 3, uses: ['platform', 'policy'] },
  payments: { layer: 3, uses: ['platform', 'policy', 'identity', 'sellers', 'tax', 'ledger'] },
  fulfilment: { layer: 3, uses: ['platform', 'policy', 'odop', 'sellers', 'catalogue'] },
  promotions: { layer: 3, uses: ['platform'] },
  // 4 journeys
  orders: {
    layer: 4,
    uses: [
      'platform',
      'policy',
      'identity',
      'odop',
      'sellers',
      'catalogue',
      'tax',
      'ledger',
      'payments',
      'fulfilment',
      'promotions',
    ],
  },
  procurement: {
    layer: 4,
    uses: ['platform', 'policy', 'identity', 'odop', 'sellers', 'catalogue', 'ledger', 'payments', 'fulfilment'],
  },
  // 5 reactors
  grievances: { layer: 5, uses: ['platform', 'policy', 'payments', 'orders'] },
  notifications: {
    layer: 5,
    uses: [
      'platform',
      'policy',
      'identity',
      'odop',
      'sellers',
      'catalogue',
      'tax',
      'payments',
      'fulfilment',
      'orders',
      'procurement',
      'grievances',
    ],
  },
};
