import { Backups } from '../../fixtures/aws/backups.ts';
import { Bucket } from '../../fixtures/aws/bucket.ts';
import { redisSnapshots } from '../../fixtures/aws/redis-snapshots.ts';
import { authorityOf, type Env } from '../../fixtures/env.ts';
import { exitCode } from '../../fixtures/failure.ts';
import { Mailgun } from '../../fixtures/vendor/mailgun.ts';
import { Sentry } from '../../fixtures/vendor/sentry.ts';
import { monitorsOf } from '../../fixtures/vendor/uptime-robot.ts';
import { attempt, type Finding } from './finding.ts';

interface Vendor {
  readonly what: string;
  /** The variables, what they open, and the least rights that are enough. */
  readonly missing: string;
  /** Asks once and reads only; undefined where nothing is given. */
  readonly ask: (() => Promise<string>) | undefined;
}

const aws = 'AWS_PROFILE, keys or a role whose policy allows';

function vendorsOf(settings: Env): Vendor[] {
  const { awsRegion, bucket, rdsInstance, elasticacheCluster, sentry, mailProvider, uptime } =
    settings;
  const authority = authorityOf(settings);
  return [
    {
      what: 'Bucket',
      missing: `S3_BUCKET: whether uploads are kept and private; ${aws} s3:ListBucket, s3:GetObject and s3:GetBucket* (PublicAccessBlock, OwnershipControls, Acl, PolicyStatus) on it`,
      ask:
        bucket &&
        (async () => {
          const opened = new Bucket(bucket, awsRegion, authority);
          try {
            const keys = await opened.keys('signed');
            return keys === undefined ? 'refuses to be listed' : 'answers';
          } finally {
            opened.close();
          }
        }),
    },
    {
      what: 'RDS',
      missing: `RDS_INSTANCE: age, retention and place of backups; ${aws} rds:DescribeDBInstances and rds:DescribeDBSnapshots`,
      ask:
        rdsInstance === undefined
          ? undefined
          : async () => {
              const opened = new Backups(rdsInstance, awsRegion, authority);
              try {
                await opened.instance();
                return `snapshots: ${(await opened.snapshots()).length}`;
              } finally {
                opened.close();
              }
            },
    },
    {
      what: 'ElastiCache',
      missing: `ELASTICACHE_CLUSTER: backups of Redis; ${aws} elasticache:DescribeSnapshots`,
      ask:
        elasticacheCluster === undefined
          ? undefined
          : async () => {
              const found = await redisSnapshots(elasticacheCluster, awsRegion, authority);
              return `snapshots: ${found.length}`;
            },
    },
    {
      what: 'Sentry',
      missing:
        'SENTRY_TOKEN and SENTRY_PROJECT: whether errors arrive and alert somebody; an internal integration that may read projects, events and alerts',
      ask:
        sentry && (async () => `alerts: ${(await new Sentry(sentry, authority).rules()).length}`),
    },
    {
      what: 'Mailgun',
      missing:
        'MAIL_PROVIDER_TOKEN: whether the domain is verified and mail is carried; an API key of the account with the role Analyst',
      ask:
        mailProvider &&
        (async () => {
          // No name ends in an empty label: the account is asked, and none of its domains.
          await new Mailgun(mailProvider, authority).domainsFor('.');
          return 'answers';
        }),
    },
    {
      what: 'UptimeRobot',
      missing: 'UPTIME_TOKEN: whether somebody watches the site; a read-only key of the account',
      ask: uptime && (async () => `monitors: ${(await monitorsOf(uptime, authority)).length}`),
    },
  ];
}

/**
 * Whether the vendors that the operator has named can be asked; changes nothing there.
 *
 * @param settings the configuration
 */
export function vendorFindings(settings: Env): Promise<Finding[]> {
  return Promise.all(
    vendorsOf(settings).map(async ({ what, missing, ask }): Promise<Finding> =>
      ask === undefined
        ? { what, state: 'missing', said: missing }
        : attempt(what, exitCode.configuration, ask),
    ),
  );
}
