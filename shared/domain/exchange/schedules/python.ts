import type { ImportedMilestone, ImportedRelease } from '../../../model/imported-plan.ts';
import type { ReleaseState } from '../../../model/release.ts';
import type { Day } from '../../../model/time.ts';
import { readDay } from '../read-day.ts';
import { type Collected, dayOrNull, fieldOf, kindOf, type LeftOut, releaseOf, textOf } from './schedule.ts';

/** One stage of a version on a day: `3.15.0 beta 1`, `3.14.2`, `3.15 development begins`. */
interface Stage {
  readonly text: string;
  readonly day: Day;
  readonly state: ReleaseState | null;
}

/** `3.15.0 beta 1` as its version and the rest; versions of two numbers are the first release of their line. */
function splitStage(text: string): { readonly version: string; readonly rest: string } | null {
  const [, version = '', rest = ''] = /^(\d+\.\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  if (version === '') return null;
  return { version: version.split('.').length === 2 ? `${version}.0` : version, rest: rest.trim() };
}

function isFinal(rest: string): boolean {
  return rest === '' || /^(final|release)\b/i.test(rest);
}

function collect(stages: readonly Stage[]): Collected {
  const versions = new Map<string, { final: Stage | null; milestones: ImportedMilestone[] }>();
  const leftOut: LeftOut[] = [];
  for (const stage of stages) {
    const split = splitStage(stage.text);
    if (split === null) {
      leftOut.push({ name: stage.text, reason: 'names no version' });
      continue;
    }
    const { version, rest } = split;
    const found = versions.get(version) ?? { final: null, milestones: [] };
    versions.set(version, found);
    if (isFinal(rest)) found.final = stage;
    else {
      const name = rest.charAt(0).toUpperCase() + rest.slice(1);
      found.milestones.push({ uid: rest.toLowerCase(), kind: kindOf(rest), name, start: stage.day, end: null });
    }
  }
  const releases: ImportedRelease[] = [];
  for (const [version, { final, milestones }] of versions) {
    if (final === null) leftOut.push({ name: `Python ${version}`, reason: 'has no final day' });
    else {
      const { day, state } = final;
      releases.push(releaseOf('python', { uid: version, name: `Python ${version}`, day, state, milestones }));
    }
  }
  return { releases, leftOut };
}

/** `- 3.15.0 beta 1: Thursday, 2026-05-07`; the release manager stands in such a list too. */
const STAGE =
  /^\s*[-*] (\d+\.\d+(?:\.\d+)?(?: (?:alpha|beta|candidate|release candidate|rc|final|development)[^:]*)?):\s*(.+)$/;

/** Whether a text is a release PEP. */
export function isPep(text: string): boolean {
  return /^PEP: \d+/m.test(text.slice(0, 2_000)) && /^Title: .*release schedule/im.test(text.slice(0, 2_000));
}

/** Reads the lists of a release PEP: what stands under *Actual* has departed, under *Expected* it is planned. */
export function readPep(text: string): Collected {
  const stages: Stage[] = [];
  const leftOut: LeftOut[] = [];
  let state: ReleaseState | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('Actual:')) state = 'departed';
    else if (line.startsWith('Expected:')) state = 'planned';
    else if (/^\.\. release schedule: ends|^[=-]{4,}$/.test(line)) state = null;
    const [, name = '', when = ''] = STAGE.exec(line) ?? [];
    if (name === '') continue;
    const read = dayIn(when);
    if (read === null) leftOut.push({ name: textOf(name), reason: `“${textOf(when, 40)}” is no day` });
    else stages.push({ text: textOf(name.replace(/\s+final release$/i, ' final')), day: read, state });
  }
  const collected = collect(stages);
  return { releases: collected.releases, leftOut: [...leftOut, ...collected.leftOut] };
}

/** `Thursday, 2026-10-01`, `December 23, 2016`. */
function dayIn(when: string): Day | null {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(when)?.[0];
  const read = readDay(iso ?? when, { order: null, serial: false });
  return 'day' in read ? read.day : null;
}

const CYCLE = /^\d+\.\d+$/;

/** Whether a document says something of each line of versions, and of nothing else. */
function isByLine(document: unknown, isLine: (line: unknown) => boolean): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  const lines = Object.entries(document);
  return lines.length > 0 && lines.every(([name, line]) => CYCLE.test(name) && isLine(line));
}

/** Whether a document is the release-cycle.json of peps.python.org. */
export function isReleaseCycle(document: unknown): boolean {
  return isByLine(document, (line) => fieldOf(line, 'first_release') !== undefined);
}

/** Reads the cycles: the first release of each line, and the end of its life; a month alone stands for its first day. */
export function readReleaseCycle(document: unknown): Collected {
  const leftOut: LeftOut[] = [];
  const lines = Object.entries(typeof document === 'object' && document !== null ? document : {});
  const releases = lines.flatMap(([name, line]) => {
    const [day, end] = ['first_release', 'end_of_life'].map((field) => dayOrMonth(fieldOf(line, field)));
    if (!day) {
      leftOut.push({ name: `Python ${textOf(name)}`, reason: 'has no first release' });
      return [];
    }
    const status = textOf(fieldOf(line, 'status'));
    const state = ['feature', 'prerelease', 'planned'].includes(status) ? 'planned' : 'departed';
    const milestones: ImportedMilestone[] = end
      ? [{ uid: 'end of life', kind: 'custom', name: 'End of life', start: end, end: null }]
      : [];
    return [releaseOf('python', { uid: `${name}.0`, name: `Python ${name}.0`, day, state, milestones })];
  });
  return { releases, leftOut };
}

function linesOf(document: unknown): unknown {
  return fieldOf(document, 'releases') ?? fieldOf(document, 'release');
}

/** Whether a document is the python-releases.json of peps.python.org, or the .toml that it is made of: every stage of every line. */
export function isReleaseList(document: unknown): boolean {
  return isByLine(linesOf(document), Array.isArray) && isByLine(fieldOf(document, 'metadata'), () => true);
}

/** Reads the stages of all lines, each of which says whether it is over. */
export function readReleaseList(document: unknown): Collected {
  const lines = linesOf(document);
  const listed = Object.values(typeof lines === 'object' && lines !== null ? lines : {}).flat();
  const leftOut: LeftOut[] = [];
  const stages = listed.flatMap((one: unknown): Stage[] => {
    const [text, day] = [textOf(fieldOf(one, 'stage')), dayOrNull(fieldOf(one, 'date'))];
    if (day === null) {
      leftOut.push({ name: text || 'A stage', reason: 'has no day' });
      return [];
    }
    return [{ text, day, state: fieldOf(one, 'state') === 'actual' ? 'departed' : 'planned' }];
  });
  const collected = collect(stages);
  return { releases: collected.releases, leftOut: [...leftOut, ...collected.leftOut] };
}

function dayOrMonth(value: unknown): Day | null {
  return dayOrNull(value) ?? dayOrNull(`${typeof value === 'string' ? value : ''}-01`);
}
