import type { Backup } from './backups.ts';

/** A day and what a job may be late: so far apart are two backups at most, in hours. */
const longest = 26;
const days = { fewest: 7, most: 30 } as const;
const atFault = 0.5;

const hours = (value: number): string => `${value.toFixed(1)} h`;
const inDays = (value: number): string => `${(value / 24).toFixed(1)} days`;

/**
 * What is wrong with the newest backup, in words: its age, its size, and its size beside that of the one
 * before.
 *
 * @param backups the newest first
 */
export function judgeNewest([newest, before]: readonly Backup[]): string[] {
  if (newest === undefined) return ['no backup is there'];
  const { name, bytes, ageHours } = newest;
  return [
    ...(ageHours >= longest ? [`the newest backup, ${name}, is ${hours(ageHours)} old`] : []),
    ...(ageHours < 0 ? [`the newest backup, ${name}, has a time that is still to come`] : []),
    ...(bytes === 0 ? [`the newest backup, ${name}, is empty`] : []),
    ...(bytes > 0 && before !== undefined && bytes <= before.bytes * atFault
      ? [`the newest backup, ${name}, has ${bytes} bytes, and ${before.name} had ${before.bytes}`]
      : []),
  ];
}

/**
 * What is wrong with how long backups are kept, in words. Between two runs of the job the oldest is as
 * much younger or older as they lie apart.
 *
 * @param backups the newest first
 */
export function judgeRetention(backups: readonly Backup[]): string[] {
  const oldest = backups.at(-1);
  if (oldest === undefined) return ['no backup is there'];
  const gaps = backups.slice(1).flatMap((one, nth) => {
    const next = backups[nth];
    const gap = one.ageHours - (next?.ageHours ?? 0);
    return gap > longest ? [`${hours(gap)} lie between ${one.name} and ${next?.name ?? ''}`] : [];
  });
  const kept = oldest.ageHours;
  return [
    ...(kept < days.fewest * 24 - longest
      ? [`the oldest backup is ${inDays(kept)} old, less than ${days.fewest}`]
      : []),
    ...(kept > days.most * 24 + longest
      ? [`the oldest backup is ${inDays(kept)} old, more than ${days.most}`]
      : []),
    ...gaps,
  ];
}
