/**
 * A moment as reports say it: day, hour and minute, in UTC.
 *
 * @param at ISO 8601 in UTC
 */
export const momentOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/**
 * How long a check took.
 *
 * @param ms milliseconds
 */
export const inSeconds = (ms: number): string =>
  ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : inMinutes(ms);

/**
 * How long a run took.
 *
 * @param ms milliseconds
 */
export function inMinutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
