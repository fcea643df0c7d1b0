import type { Bucket, Exposure } from '../../fixtures/aws/bucket.ts';

/** What is seen of a bucket, by its owner and by a stranger. */
export interface BucketSight {
  readonly exposure: Exposure;
  /** Whether a stranger gets a list of what is in it. */
  readonly isListed: boolean;
  /** An uploaded file and whether a stranger gets it; undefined when there is none yet. */
  readonly file: { readonly key: string; readonly isPublic: boolean } | undefined;
}

// What the compressor leaves there are styles and scripts, which everybody may read.
const isUpload = (key: string): boolean => !/^(?:CACHE|static)\//.test(key) && !key.endsWith('/');

/**
 * Looks at a bucket.
 *
 * @throws NotRun when it cannot be asked
 */
export async function lookAtBucket(bucket: Bucket): Promise<BucketSight> {
  // Its owner is answered, so that a refusal is one of strangers.
  const keys = (await bucket.keys('signed')) ?? [];
  const key = keys.find(isUpload);
  return {
    exposure: await bucket.exposure(),
    isListed: (await bucket.keys('unsigned')) !== undefined,
    file: key === undefined ? undefined : { key, isPublic: await bucket.isPublic(key) },
  };
}

/** Line SM-06: what strangers get that they should not. */
export function judgeBucket({ exposure, isListed, file }: BucketSight): string[] {
  const { ignoresPublicAcls, publicGrants, isPolicyPublic } = exposure;
  return [
    ...(isListed ? ['a stranger gets the list of the files in the bucket'] : []),
    ...(ignoresPublicAcls === false
      ? ['public ACLs have effect: neither IgnorePublicAcls nor BucketOwnerEnforced is set']
      : []),
    ...(ignoresPublicAcls !== true && publicGrants.length > 0
      ? [`the ACL of the bucket gives everybody ${publicGrants.join(', ')}`]
      : []),
    ...(isPolicyPublic ? ['the policy of the bucket gives something to everybody'] : []),
    ...(file?.isPublic === true ? [`a stranger who knows its name gets ${file.key}`] : []),
  ];
}

/** Why it cannot be told whether a stranger gets a file. */
export const undecidedOf = ({ file }: BucketSight): string[] =>
  file === undefined ? ['the bucket holds no uploaded file yet that a stranger could ask for'] : [];

/**
 * The key under which a file lies, by the address at which the application shows it: that of the
 * bucket in either style of S3, or that of a CDN in front of it.
 */
export function keyOf(address: URL, bucket: string): string {
  const path = decodeURIComponent(address.pathname).slice(1);
  return path.startsWith(`${bucket}/`) ? path.slice(bucket.length + 1) : path;
}

/**
 * Line SM-05, as far as the bucket: what was uploaded lies there as it is shown.
 *
 * @param stored the object of that key, if there is one
 * @param shown what the browser got
 */
export function judgeStored(key: string, stored: Buffer | undefined, shown: Buffer): string[] {
  if (stored === undefined) return [`the bucket has no ${key}`];
  if (stored.equals(shown)) return [];
  return [
    `${key} has ${stored.length} bytes in the bucket, and the browser got ${shown.length} others`,
  ];
}
