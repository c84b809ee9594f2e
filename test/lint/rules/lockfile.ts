/** The parts of package-lock.json that the rules read. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Where Node would look for a package asked for by another, nearest first. */
function* placesOf(asker: string, name: string): Generator<string> {
  for (let base = asker; ; ) {
    yield base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (base === '') return;
    base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')));
  }
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What is wrong with a package that another asks for; null where the one that Node would find is the one asked for. */
function problemWith(
  packages: LockedPackages,
  asker: string,
  [name, wanted]: readonly [string, string],
): string | null {
  for (const place of placesOf(asker, name)) {
    if (!Object.hasOwn(packages, place)) continue;
    const version = packages[place]?.version;
    if (!EXACT.test(wanted) || version === undefined || version === wanted) return null;
    return `${asker || 'package.json'} needs ${name} ${wanted}, and the lockfile holds ${version}`;
  }
  return `${asker || 'package.json'} needs ${name}, which the lockfile lacks`;
}

/**
 * Packages that another names and the lockfile does not hold, or holds in another version than the exact one named:
 * `npm ci` refuses then. Optional ones are the parts for other platforms; a registry that lacks some leaves them out
 * without a word, and a second version of the same tool can hide the gap.
 */
export function findMissingPackages(packages: LockedPackages): readonly string[] {
  return Object.entries(packages).flatMap(([asker, entry]) =>
    Object.entries({ ...entry.dependencies, ...entry.optionalDependencies }).flatMap(
      (asked) => problemWith(packages, asker, asked) ?? [],
    ),
  );
}

/** Entries that name the host they came from, or that nothing proves to be what was locked. */
export function findHostsAndGaps(packages: LockedPackages): readonly string[] {
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .flatMap(([place, entry]) => [
      ...(entry.resolved ? [`${place} names the host ${entry.resolved}; any registry must do`] : []),
      ...(entry.integrity || entry.link ? [] : [`${place} has no integrity hash`]),
    ]);
}

/** Dependencies of package.json that leave the version open. */
export function findOpenVersions(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return groups.flatMap((group) =>
    Object.entries((manifest[group] ?? {}) as Record<string, string>)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name} is "${version}"; an exact version builds the same everywhere`),
  );
}
