import { z } from 'zod';
import { defineConfig, isProduction, simulatorOf } from '#platform/config';

/** Where files are kept: a folder of this machine, or a bucket of whoever speaks S3. */
export const storageConfig = defineConfig(
  z
    .object({
      STORAGE_URL: z
        .string()
        .regex(/^(file:.|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$)/, 'write file: and a folder, or s3:// and a bucket')
        .default('file:.data/media')
        .describe('where pictures and papers are kept'),
      S3_ENDPOINT: z
        .url()
        .refine(
          (url) => !isProduction() || url !== simulatorOf('s3'),
          'production needs a real store, not the simulator',
        )
        .refine((url) => !isProduction() || url.startsWith('https:'), 'production speaks to its store over https')
        .optional()
        .describe('address of the S3-compatible store; none: that of the region'),
      S3_REGION: z.string().min(1).default('ap-south-1').describe('region its requests are signed for'),
      S3_PATH_STYLE: z
        .stringbool()
        .default(true)
        .describe('whether the bucket stands in the path, not in the host name'),
      S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('name of the key the store knows us by'),
      S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('that key; never printed'),
    })
    .refine(
      (set) =>
        set.STORAGE_URL.startsWith('file:') ||
        (set.S3_ACCESS_KEY_ID !== undefined && set.S3_SECRET_ACCESS_KEY !== undefined),
      { path: ['S3_ACCESS_KEY_ID'], message: 'a bucket needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY' },
    ),
);

export type StorageSettings = ReturnType<typeof storageConfig>;

/** The bucket, or null where files lie in a folder. */
export const bucketOf = (url: string): string | null => (url.startsWith('s3://') ? url.slice('s3://'.length) : null);
