import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Bucket } from '../../fixtures/aws/bucket.ts';
import {
  judgeBucket,
  judgeStored,
  keyOf,
  lookAtBucket,
  undecidedOf,
} from '../../ops/bucket/judge-bucket.ts';
import { expect, test, type Account } from './aws/setup.ts';
import { hasMoto } from './aws/moto.ts';
import { reasonOf } from './reason-of.ts';
import { wickedWays, withServer } from './wicked.ts';

test.skip(!hasMoto(), 'needs moto, which npm test installs from PyPI');

const key = '7-Puentes/Norte/estimaciones/2026-11-28 foto ñ.jpg';
const photograph = Buffer.from('a photograph');
let made = 0;

/** A bucket as it should be, with a photograph in it. */
async function newBucket({ s3 }: Account): Promise<string> {
  const Bucket = `obra-${(made += 1)}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true },
    }),
  );
  await s3.send(new PutObjectCommand({ Bucket, Key: 'CACHE/css/a.css', Body: 'b{}' }));
  await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: photograph }));
  return Bucket;
}

const openTo = (name: string, { moto }: Account): Bucket =>
  new Bucket({ name, endpoint: moto.endpoint }, 'us-east-1', undefined);

const allow = (Bucket: string, Action: string, on: string): PutBucketPolicyCommand =>
  new PutBucketPolicyCommand({
    Bucket,
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action, Resource: `arn:aws:s3:::${on}` }],
    }),
  });

const publicAcls = (s3: S3Client, Bucket: string): Promise<unknown> =>
  s3.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicAcls: false, IgnorePublicAcls: false },
    }),
  );

const aclsHaveEffect =
  'public ACLs have effect: neither IgnorePublicAcls nor BucketOwnerEnforced is set';
const isListed = 'a stranger gets the list of the files in the bucket';

/** What an operator can do wrong, and all that the check says of it. */
const misuses: readonly {
  readonly what: string;
  readonly make: (s3: S3Client, bucket: string) => Promise<unknown>;
  readonly says: readonly string[];
}[] = [
  { what: 'as it should be', make: () => Promise.resolve(), says: [] },
  {
    what: 'whose policy lets everybody list it',
    make: (s3, bucket) => s3.send(allow(bucket, 's3:ListBucket', bucket)),
    says: [isListed],
  },
  {
    what: 'whose policy lets everybody read it',
    make: (s3, bucket) => s3.send(allow(bucket, 's3:GetObject', `${bucket}/*`)),
    says: [`a stranger who knows its name gets ${key}`],
  },
  {
    what: 'where public ACLs are possible',
    make: publicAcls,
    says: [aclsHaveEffect],
  },
  {
    what: 'with a public ACL',
    make: async (s3, Bucket) => {
      await publicAcls(s3, Bucket);
      await s3.send(new PutBucketAclCommand({ Bucket, ACL: 'public-read' }));
    },
    says: [isListed, aclsHaveEffect, 'the ACL of the bucket gives everybody READ'],
  },
  {
    what: 'with a file that has a public ACL',
    make: async (s3, Bucket) => {
      await publicAcls(s3, Bucket);
      await s3.send(new PutObjectAclCommand({ Bucket, Key: key, ACL: 'public-read' }));
    },
    says: [aclsHaveEffect, `a stranger who knows its name gets ${key}`],
  },
  {
    what: 'whose owner owns everything in it',
    make: async (s3, Bucket) => {
      await publicAcls(s3, Bucket);
      const Rules = [{ ObjectOwnership: 'BucketOwnerEnforced' as const }];
      await s3.send(
        new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }),
      );
    },
    says: [],
  },
];

for (const { what, make, says } of misuses) {
  test(`a bucket ${what}`, async ({ account }) => {
    const name = await newBucket(account);
    await make(account.s3, name);
    const bucket = openTo(name, account);
    const sight = await lookAtBucket(bucket);
    expect(judgeBucket(sight)).toEqual(says);
    expect(undecidedOf(sight)).toEqual([]);
    bucket.close();
  });
}

test('an empty bucket does not tell whether strangers get a file', async ({ account }) => {
  await account.s3.send(new CreateBucketCommand({ Bucket: 'vacia' }));
  const bucket = openTo('vacia', account);
  expect(undecidedOf(await lookAtBucket(bucket))).toHaveLength(1);
  bucket.close();
});

test('an uploaded file is found under its key, and a lost or changed one is not', async ({
  account,
}) => {
  const name = await newBucket(account);
  const bucket = openTo(name, account);
  const judge = async (wanted: string, shown: Buffer): Promise<string[]> =>
    judgeStored(wanted, await bucket.object(wanted), shown);
  expect(await judge(key, photograph)).toEqual([]);
  expect(await judge('7-Puentes/perdida.jpg', photograph)).toEqual([
    'the bucket has no 7-Puentes/perdida.jpg',
  ]);
  expect(await judge(key, Buffer.from('another'))).toEqual([
    `${key} has 12 bytes in the bucket, and the browser got 7 others`,
  ]);
  bucket.close();
});

test('the key is read from each kind of address', () => {
  const path = encodeURI(key);
  for (const at of [
    `https://s3.amazonaws.com/obra-1/${path}`,
    `https://obra-1.s3.us-west-2.amazonaws.com/${path}?X-Amz-Signature=0`,
    `https://media.construbot.test/${path}`,
  ]) {
    expect(keyOf(new URL(at), 'obra-1')).toBe(key);
  }
});

test('a bucket that is not there, and no credentials, are reasons not to run', async ({
  account: { moto },
}) => {
  const absent = new Bucket({ name: 'otra', endpoint: moto.endpoint }, undefined, undefined);
  expect(await reasonOf(lookAtBucket(absent))).toBe(
    'S3_BUCKET cannot be asked: the answer is 404 NoSuchBucket',
  );
  absent.close();
});

test('whoever answers as no S3 does is given up in time', async ({ account: { moto } }) => {
  const began = performance.now();
  const tries = Object.entries(wickedWays).map(([what, [answer, says]]) =>
    withServer(answer, async (endpoint) => {
      // The keys are those of moto: without any, nobody would be asked.
      expect(endpoint).not.toBe(moto.endpoint);
      const bucket = new Bucket({ name: 'obra', endpoint }, 'us-east-1', undefined);
      expect(await reasonOf(lookAtBucket(bucket)), what).toMatch(says);
      bucket.close();
    }),
  );
  await Promise.all(tries);
  expect(performance.now() - began).toBeLessThan(15_000);
});
