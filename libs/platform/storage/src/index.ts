export { StorageModule } from './storage.module.js';
export { ObjectStore } from './object-store.js';
export { FolderStore } from './folder-store.js';
export { randomKey } from './random-key.js';
export { storageConfig } from './config.js';
