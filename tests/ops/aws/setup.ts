import { ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import { test as base } from '@playwright/test';
import { Moto, motoKeys } from './moto.ts';

/** An account of AWS and clients that may do anything there. */
export interface Account {
  readonly moto: Moto;
  readonly s3: S3Client;
  readonly rds: RDSClient;
  readonly elasticache: ElastiCacheClient;
}

/** The tests of a file share one. The SDK reads where it is from the environment, as for an operator. */
export const test = base.extend<object, { account: Account }>({
  account: [
    async ({}, use) => {
      const moto = await Moto.start();
      Object.assign(process.env, motoKeys, { AWS_ENDPOINT_URL: moto.endpoint.href });
      const s3 = new S3Client({ forcePathStyle: true });
      const [rds, elasticache] = [new RDSClient(), new ElastiCacheClient()];
      await use({ moto, s3, rds, elasticache });
      for (const client of [s3, rds, elasticache]) client.destroy();
      await moto.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
