import { type Module, targetOf } from './imports.ts';

interface Layer {
  readonly name: string;
  /** The folder, with its slash; the longest that fits a path is its layer. */
  readonly folder: string;
  /** The folders that it may import from, besides itself. */
  readonly from: readonly string[];
  /** Why, for the message. */
  readonly why: string;
}

const SHARED = ['shared/model/', 'shared/domain/', 'shared/contract/'];

/** Who may import whom: DESIGN's order, one row a layer. */
export const LAYERS: readonly Layer[] = [
  { name: 'model', folder: 'shared/model/', from: [], why: 'the vocabulary stands on nothing' },
  {
    name: 'domain',
    folder: 'shared/domain/',
    from: ['shared/model/'],
    why: 'figures are pure functions of facts and decisions',
  },
  {
    name: 'contract',
    folder: 'shared/contract/',
    from: ['shared/model/', 'shared/domain/'],
    why: 'the contract says what can be asked, not how it is answered',
  },
  { name: 'core', folder: 'electron/core/', from: SHARED, why: 'the core is plain Node and knows no host' },
  {
    name: 'hosts',
    folder: 'electron/hosts/',
    from: [...SHARED, 'electron/core/'],
    why: 'a host is a thin adapter over the core, and never needs the shell',
  },
  {
    name: 'preload',
    folder: 'electron/preload/',
    from: SHARED,
    why: 'the preload hands the page its port and nothing else',
  },
  {
    name: 'shell',
    folder: 'electron/shell/',
    from: [...SHARED, 'electron/core/', 'electron/hosts/'],
    why: 'the shell is on top',
  },
  {
    name: 'renderer',
    folder: 'renderer/',
    from: SHARED,
    why: 'the page asks the contract; it has no Node and no core',
  },
  {
    name: 'scripts',
    folder: 'scripts/',
    from: [...SHARED, 'electron/', 'test/bench/', 'test/support/', 'test/servers/'],
    why: 'scripts start, build and measure; no script imports a spec',
  },
];

/** Folders whose children never import each other, and the children that all may use. */
const SEALED: readonly { readonly folder: string; readonly open: readonly string[]; readonly why: string }[] = [
  {
    folder: 'electron/core/connectors/',
    open: ['_kit'],
    why: 'a connector is one folder that can be read, tested and removed alone; what two need is in _kit',
  },
  {
    folder: 'renderer/features/',
    open: [],
    why: 'features meet only in renderer/app; what two need is in renderer/ui or renderer/lib',
  },
  {
    folder: 'electron/hosts/',
    open: ['core-link'],
    why: 'each host can be read alone; what two need lies beside them',
  },
];

/** Inside the renderer imports flow one way: lib, ui <- features <- app. */
const FLOW: readonly { readonly folder: string; readonly never: readonly string[]; readonly why: string }[] = [
  { folder: 'renderer/lib/', never: ['renderer/features/', 'renderer/app/'], why: 'lib is below features and app' },
  { folder: 'renderer/ui/', never: ['renderer/features/', 'renderer/app/'], why: 'ui is below features and app' },
  { folder: 'renderer/features/', never: ['renderer/app/'], why: 'app gathers the features; no feature knows it' },
  {
    folder: 'electron/core/connectors/',
    never: ['electron/core/db/', 'electron/core/sync/', 'electron/core/services/'],
    why: 'a connector returns facts and never touches the database',
  },
  {
    folder: 'electron/core/db/',
    never: ['electron/core/services/', 'electron/core/sync/', 'electron/core/connectors/'],
    why: 'the store is below what uses it',
  },
];

/** Packages that only some folders may import. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: readonly string[]; readonly why: string }[] = [
  {
    name: /^better-sqlite3$/,
    only: ['electron/core/db/', 'test/', 'scripts/'],
    why: 'SQLite is reached through core/db alone',
  },
  {
    name: /^electron(\/|$)/,
    only: ['electron/shell/', 'electron/preload/', 'electron/hosts/ipc/', 'test/'],
    why: 'the core and the other hosts run where Electron is not',
  },
  {
    name: /^electron-store$/,
    only: ['electron/shell/', 'electron/hosts/ipc/'],
    why: 'it loads Electron; elsewhere `conf` keeps settings',
  },
  {
    name: /^(node:|fs$|path$|child_process$|os$)/,
    only: ['electron/core/', 'electron/hosts/', 'electron/shell/', 'scripts/', 'test/', 'bin/'],
    why: 'shared, preload and renderer have no Node',
  },
  {
    name: /^(react|react-dom|@mui\/.*|@emotion\/.*|@tanstack\/.*|d3)(\/|$)/,
    only: ['renderer/', 'test/', 'scripts/'],
    why: 'only the page draws',
  },
];

function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => path.startsWith(layer.folder));
}

function sealedBreach(from: string, to: string): string | null {
  for (const { folder, open, why } of SEALED) {
    if (!from.startsWith(folder) || !to.startsWith(folder)) continue;
    const [here = '', ...inside] = from.slice(folder.length).split('/');
    const [there = '', ...target] = to.slice(folder.length).split('/');
    // Files of the folder itself, such as a registry, belong to no child.
    if (inside.length > 0 && target.length > 0 && here !== there && !open.includes(there)) return why;
  }
  return null;
}

function flowBreach(from: string, to: string): string | null {
  const rule = FLOW.find(({ folder, never }) => from.startsWith(folder) && never.some((each) => to.startsWith(each)));
  return rule?.why ?? null;
}

function layerBreach(from: string, to: string): string | null {
  const layer = layerOf(from);
  if (!layer || to.startsWith(layer.folder)) return null;
  if (layer.from.some((folder) => to.startsWith(folder))) return null;
  if (to === 'package.json' || to.startsWith('resources/')) return null;
  return to.startsWith('test/') && layer.name !== 'scripts' ? 'nothing that ships imports tests' : layer.why;
}

function packageBreach(from: string, specifier: string): string | null {
  const rule = PACKAGES.find(({ name }) => name.test(specifier));
  if (!rule || rule.only.some((folder) => from.startsWith(folder))) return null;
  return layerOf(from) ? rule.why : null;
}

/** Every import that breaks a rule, with the rule's reason; `known` are the paths that exist. */
export function findBreaches(modules: readonly Module[], known: ReadonlySet<string>): readonly string[] {
  const breaches: string[] = [];
  for (const { path, imports } of modules) {
    for (const { specifier, line } of imports) {
      const place = `${path}:${line} imports ${specifier}`;
      const to = targetOf(path, specifier);
      if (to === null) {
        const why = packageBreach(path, specifier);
        if (why) breaches.push(`${place}: ${why}`);
        continue;
      }
      if (!known.has(to) && !to.startsWith('dist/')) breaches.push(`${place}: there is no such file`);
      const why = layerBreach(path, to) ?? sealedBreach(path, to) ?? flowBreach(path, to);
      if (why) breaches.push(`${place}: ${why}`);
    }
  }
  return breaches;
}
