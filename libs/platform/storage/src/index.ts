export { StorageModule } from './storage.module.js';
export { ObjectStore } from './object-store.js';
export { FolderStore } from './folder-store.js';
export { KeptFiles } from './kept-files.js';
export { randomKey } from './random-key.js';
export { storageConfig } from './config.js';
export { FilesWaitForTheirRow1795000055000 } from './migrations/1795000055000-files-wait-for-their-row.js';
