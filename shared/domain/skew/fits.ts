import semver from 'semver';

/** A pre-release of what a range names is in it. Ranges are read strictly: else `3.1 or later` would be read as 3.1. */
const OPTIONS = { includePrerelease: true } as const;

/** What follows a short version begins with a letter: `2027-06-30` is a day, not 2027.0.0 before its release. */
const SHORT = /^[v=\s]*(\d+)(?:\.(\d+))?((?:[-+][a-z].*)?)$/i;

/** `v3.1` is read as 3.1.0, since people leave zeros out, and `2027.01.2` as 2027.1.2; null where it is no semantic version. */
function semantic(version: string): string | null {
  const text = version.trim();
  const [, major, minor = '0', rest = ''] = SHORT.exec(text) ?? [];
  return semver.valid(major === undefined ? text : `${major}.${minor}.0${rest}`, { loose: true });
}

/** Whether a text is a range of semantic versions: `>=3.1`, `^2.4`, `1.2 - 1.5`. */
export function isRange(range: string): boolean {
  return semver.validRange(range, OPTIONS) !== null;
}

/** Whether a version is in a range; null where that cannot be said, since the version is not a semantic one. */
export function fits(version: string, range: string): boolean | null {
  const read = semantic(version);
  return read === null ? null : semver.satisfies(read, range, OPTIONS);
}
