export { UploadsModule } from './uploads.module.js';
export { checkUpload, fileBytes_max, type SafeFile } from './check-upload.js';
export { fileName, fileTypes, type FileType } from './file-name.js';
export { FileScanner, ScannerSilent } from './file-scanner.js';
