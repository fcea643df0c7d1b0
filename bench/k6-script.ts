import http from 'k6/http';

// What `generators.ts` asks of k6: an even rate, or ten users who wait.
const seconds = Number(__ENV['BENCH_SECONDS']);
const rate = Number(__ENV['BENCH_RATE']);

export const options = {
  scenarios: {
    bench:
      rate > 0
        ? {
            executor: 'constant-arrival-rate',
            rate,
            duration: `${seconds}s`,
            preAllocatedVUs: 200,
          }
        : { executor: 'constant-vus', vus: 10, duration: `${seconds}s` },
  },
  summaryTrendStats: ['count', 'med', 'p(90)', 'p(99)'],
};

export default function bench(): void {
  http.get(__ENV['BENCH_URL'] ?? '');
}

interface Data {
  readonly metrics: Readonly<Record<string, { readonly values: Readonly<Record<string, number>> }>>;
}

export function handleSummary({ metrics }: Data): Record<string, string> {
  const values = metrics['http_req_duration']?.values ?? {};
  const { count, med, 'p(90)': p90, 'p(99)': p99 } = values;
  return { stdout: JSON.stringify({ count, p50: med, p90, p99 }) };
}
