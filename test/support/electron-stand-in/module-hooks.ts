import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { STOOD_IN, type StandInElectron } from './electron-module.ts';

const PARAMETER = 'launch';
const SCHEME = 'electron-stand-in:';
const modules = new Map<string, StandInElectron>();
// Where the generated module finds its start: it is loaded outside of this file's scope.
const REGISTRY = Symbol.for('electron-stand-in.modules');
Object.defineProperty(globalThis, REGISTRY, { value: modules });

function launchOf(url: string | undefined): string | null {
  return url?.startsWith('file:') ? new URL(url).searchParams.get(PARAMETER) : null;
}

function moduleSource(id: string): string {
  const names = STOOD_IN.map((name) => `export const ${name} = electron.${name};`).join('\n');
  const registry = `globalThis[Symbol.for('electron-stand-in.modules')]`;
  return `const electron = ${registry}.get('${id}');\nexport default electron;\n${names}\n`;
}

/**
 * Gives every start its own `electron` and its own copy of main's modules: each address below a start carries the
 * start's id, which every import in it inherits.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const launch = launchOf(context.parentURL);
    if (launch === null) return next(specifier, context);
    if (specifier === 'electron') return { url: `${SCHEME}${launch}`, format: 'module', shortCircuit: true };
    const resolved = next(specifier, context);
    if (!resolved.url.startsWith('file:') || resolved.url.includes('/node_modules/')) return resolved;
    return { ...resolved, url: `${resolved.url}?${PARAMETER}=${launch}` };
  },
  load: (url, context, next) => {
    if (!url.startsWith(SCHEME)) return next(url, context);
    return { format: 'module', source: moduleSource(url.slice(SCHEME.length)), shortCircuit: true };
  },
});

/** Runs a main file, unchanged, with `electron` as given; answers when it has been evaluated. */
export async function runMain(file: string, id: string, electron: StandInElectron): Promise<void> {
  modules.set(id, electron);
  await import(`${pathToFileURL(file).href}?${PARAMETER}=${id}`);
}
