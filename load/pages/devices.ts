import { devices as known, type BrowserContextOptions } from '@playwright/test';

/** A machine and a network that pages are opened with. */
export interface Device {
  readonly name: string;
  /** Screen, touch and user agent. */
  readonly context: BrowserContextOptions;
  /** How many times slower than this machine it works. */
  readonly cpuSlowdown: number;
  /** What the network adds to each request and lets through; as it is when undefined. */
  readonly network?: {
    /** Milliseconds that each request waits for. */
    readonly latency: number;
    /** Bytes a second. */
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
}

const megabit = 1_000_000 / 8;

/**
 * What pages are opened with: the machine and the network of this run as they are, and a mid-range
 * phone on 4G.
 *
 * The slowdown is Lighthouse's for a mid-range phone (`cpuSlowdownMultiplier` in its
 * core/config/constants.js). The network is "Fast 4G" of Chrome's DevTools
 * (front_end/core/sdk/NetworkManager.ts): 9 and 1.5 Mbit/s and 60 ms, with the factors by which
 * DevTools corrects that Chrome holds back requests, not packets.
 */
export const devices: readonly Device[] = [
  { name: 'a desktop', context: known['Desktop Chrome'], cpuSlowdown: 1 },
  {
    name: 'a phone on 4G',
    context: known['Galaxy A55'],
    cpuSlowdown: 4,
    network: {
      latency: 60 * 2.75,
      downloadThroughput: 9 * megabit * 0.9,
      uploadThroughput: 1.5 * megabit * 0.9,
    },
  },
];
