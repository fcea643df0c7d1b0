import { transformSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import vm from 'node:vm';

/**
 * Loads a script as k6 does: types are stripped, nothing else is compiled; it sees JavaScript and
 * what k6 gives it, but nothing of Node; it imports files beside it by their whole name, and modules
 * of k6. Needs `--experimental-vm-modules`.
 *
 * @param file the script
 * @param modules of k6, by name
 * @param globals such as `__ENV`
 * @returns what the script exports
 * @throws Error when it imports anything else, or uses what k6 has not
 */
export async function loadScript(
  file: string,
  modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  globals: Readonly<Record<string, unknown>>,
  nowMs: () => number,
): Promise<Record<string, unknown>> {
  const context = vm.createContext({ ...globals });
  (vm.runInContext('Date', context) as DateConstructor).now = nowMs;
  const loaded = new Map<string, vm.Module>();

  const load = (specifier: string, from: string): vm.Module => {
    const path = /^\.{0,2}\//.test(specifier) ? resolve(dirname(from), specifier) : specifier;
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const module = path.startsWith('/') ? fromFile(path) : ofK6(path);
    loaded.set(path, module);
    return module;
  };
  const fromFile = (path: string): vm.Module =>
    new vm.SourceTextModule(stripped(path), { context, identifier: path });
  const ofK6 = (name: string): vm.Module => {
    const exported = modules[name];
    if (exported === undefined) throw new Error(`k6 has no module "${name}"`);
    const module = new vm.SyntheticModule(
      Object.keys(exported),
      () => {
        for (const [key, value] of Object.entries(exported)) module.setExport(key, value);
      },
      { context },
    );
    return module;
  };

  const main = load(resolve(file), '/');
  await main.link((specifier, from) => load(specifier, from.identifier));
  await main.evaluate();
  return main.namespace as Record<string, unknown>;
}

// What k6 strips types with, and with the options that it gives it.
const stripped = (path: string): string =>
  transformSync(readFileSync(path, 'utf8'), { loader: 'ts', target: 'esnext', platform: 'neutral' })
    .code;
