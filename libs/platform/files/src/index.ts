export { FilesModule } from './files.module.js';
export { SealedFiles, type FileAt, type StoredFile } from './sealed-files.js';
