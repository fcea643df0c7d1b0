import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsOf } from '../../load/k6/settings.ts';
import { people, work } from './k6-construbot.ts';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'load/k6/testrun.yaml'), 'utf8');

const named = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ name: z.string(), ...shape });

// As much of the API as is used, by the names of api/v1alpha1/testrun_types.go of k6-operator 1.6: a
// field that Kubernetes would drop without a word is an error here.
const shape = z.strictObject({
  apiVersion: z.literal('k6.io/v1alpha1'),
  kind: z.literal('TestRun'),
  metadata: named({}),
  spec: z.strictObject({
    parallelism: z.int().positive(),
    separate: z.boolean(),
    script: z.strictObject({ localFile: z.string().startsWith('/') }),
    arguments: z.string(),
    runner: z.strictObject({
      image: z.string(),
      env: z.array(named({ value: z.string() })),
      envFrom: z.array(z.strictObject({ secretRef: named({}) })),
      resources: z.strictObject({
        requests: z.record(z.enum(['cpu', 'memory']), z.string()),
        limits: z.strictObject({ memory: z.string() }),
      }),
      securityContext: z.strictObject({
        runAsNonRoot: z.literal(true),
        runAsUser: z.int(),
        fsGroup: z.int(),
      }),
      volumes: z.array(named({ persistentVolumeClaim: z.strictObject({ claimName: z.string() }) })),
      volumeMounts: z.array(named({ mountPath: z.string() })),
    }),
  }),
});
const { spec } = shape.parse(parse(text));

test('the script of the TestRun is in the image that the page says how to build', () => {
  expect(readFileSync(join(root, 'load/k6/README.md'), 'utf8')).toContain('COPY load /load');
  expect(existsSync(join(root, spec.script.localFile))).toBe(true);
});

test('several machines leave files of their own, where all of them are kept', () => {
  expect(spec.parallelism).toBeGreaterThan(1);
  expect(spec.arguments.split(/\s+/)).toEqual([
    '--out',
    'json=/results/points-$HOSTNAME.json.gz',
    '--env',
    'LOAD_SUMMARY=/results/summary-$HOSTNAME.json',
  ]);
  const [mount] = spec.runner.volumeMounts;
  expect(mount).toEqual({ name: spec.runner.volumes[0]?.name, mountPath: '/results' });
});

test('with its variables and those of the Secret the script knows all that it needs, and no secret stands in it', () => {
  const variables = Object.fromEntries(spec.runner.env.map(({ name, value }) => [name, value]));
  const secret = { LOAD_PEOPLE: JSON.stringify(people), LOAD_WORK: JSON.stringify(work) };
  expect(settingsOf({ ...variables, ...secret }).name).toBe('average');
  expect(() => settingsOf(variables)).toThrow('LOAD_PEOPLE');
  expect(text).not.toMatch(/password|insecure/i);
});
