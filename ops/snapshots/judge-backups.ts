import type { Instance, Snapshot } from '../../fixtures/aws/backups.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A day, and two hours for a job that takes longer than the day before. */
const mostApartMs = 26 * hourMs;
const keptDays = { least: 7, most: 30 } as const;

const hours = (ms: number): string => `${(ms / hourMs).toFixed(1)} h`;
const days = (ms: number): string => `${(ms / dayMs).toFixed(1)} days`;

/**
 * Whether what was backed up last is recent.
 *
 * @param what is backed up, for the finding
 * @param times of the backups, oldest first
 */
export function judgeAge(what: string, times: readonly Date[], now: Date): string[] {
  const newest = times.at(-1);
  if (newest === undefined) return [`there is no snapshot of ${what}`];
  const age = now.getTime() - newest.getTime();
  if (age <= mostApartMs) return [];
  return [`the newest snapshot of ${what} is ${hours(age)} old, of ${newest.toISOString()}`];
}

/** Line DB-05: made by itself, recent, not empty, and not half of the one before. */
export function judgeFreshness(
  { retentionDays }: Instance,
  snapshots: readonly Snapshot[],
  now: Date,
): string[] {
  const automatic = snapshots.filter(({ isAutomatic }) => isAutomatic);
  const [before, newest] = [automatic.at(-2), automatic.at(-1)];
  const times = automatic.map(({ at }) => at);
  return [
    ...(retentionDays === 0 ? ['automated backups are off: they are kept for 0 days'] : []),
    ...judgeAge('the database that was made by itself', times, now),
    ...(newest?.sizeGib === 0 ? ['the newest snapshot is empty'] : []),
    ...(before !== undefined && newest !== undefined && newest.sizeGib * 2 <= before.sizeGib
      ? [`the newest snapshot has ${newest.sizeGib} GiB, the one before had ${before.sizeGib} GiB`]
      : []),
  ];
}

/** Line DB-11: kept for 7 to 30 days, and none is missing in between. */
export function judgeRetention(
  { retentionDays, created }: Instance,
  snapshots: readonly Snapshot[],
  now: Date,
): string[] {
  const times = snapshots.filter(({ isAutomatic }) => isAutomatic).map(({ at }) => at.getTime());
  const gaps = times.slice(1).flatMap((time, index) => {
    const before = times[index] ?? time;
    return time - before > mostApartMs ? [{ before, apart: time - before }] : [];
  });
  const oldest = now.getTime() - (times[0] ?? now.getTime());
  // A younger database has no older backup.
  const expected = Math.min(keptDays.least * dayMs, now.getTime() - created.getTime());
  return [
    ...(retentionDays < keptDays.least || retentionDays > keptDays.most
      ? [`automated backups are kept for ${retentionDays} days, not for 7 to 30`]
      : []),
    ...(oldest < expected - mostApartMs
      ? [`the oldest snapshot is ${days(oldest)} old`]
      : oldest > keptDays.most * dayMs + mostApartMs
        ? [`the oldest snapshot is ${days(oldest)} old, which is more than 30`]
        : []),
    ...gaps.map(
      ({ before, apart }) =>
        `after the snapshot of ${new Date(before).toISOString()} there is none for ${hours(apart)}`,
    ),
  ];
}

/**
 * Line DB-12: backups lie in another region than the database.
 *
 * @param elsewhere the region that the operator names, and the snapshots there
 */
export function judgeOffSite(
  { region, replicatedTo }: Instance,
  elsewhere: { readonly region: string; readonly snapshots: readonly Snapshot[] } | undefined,
  now: Date,
): string[] {
  if (replicatedTo.some((one) => one !== '' && one !== region)) return [];
  const findings = [
    `RDS replicates no automated backups out of ${region}, the region of the database`,
  ];
  if (elsewhere === undefined)
    return [...findings, 'BACKUP_REGION names no other region with copies'];
  if (elsewhere.region === region) return [...findings, 'BACKUP_REGION is the same region'];
  const newest = elsewhere.snapshots.at(-1)?.at.getTime();
  if (newest === undefined) return [...findings, `${elsewhere.region} holds no copy of a snapshot`];
  const age = now.getTime() - newest;
  if (age <= keptDays.most * dayMs) return [];
  return [...findings, `the newest copy in ${elsewhere.region} is ${days(age)} old`];
}
