export { CryptoModule } from './crypto.module.js';
export { KeyWrapper, type WrappedKey } from './key-wrapper.js';
export { SubjectKey, SubjectKeys } from './subject-keys.js';
export { MasterKeyFile } from './master-key-file.js';
export { RewrapKeys, type WrappedKeys } from './rewrap-keys.js';
export { ServiceKeys, type HmacPurpose } from './service-keys.js';
export type { Place } from './aead.js';
export { cryptoConfig, defaultMasterKeyFile } from './config.js';
export { Keys1795000005000 } from './migrations/1795000005000-keys.js';
