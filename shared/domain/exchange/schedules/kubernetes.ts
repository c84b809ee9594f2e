import type { ImportedMilestone, ImportedRelease } from '../../../model/imported-plan.ts';
import type { Day } from '../../../model/time.ts';
import { readDay } from '../read-day.ts';
import { type Collected, dayOrNull, fieldOf, kindOf, type LeftOut, releaseOf, textOf } from './schedule.ts';

interface Step {
  readonly what: string;
  readonly when: string;
}

/** `[02:00 UTC Friday 9th February 2024 / 18:00 PDT Thursday 8th](…)`: the first of several readings, without its time. */
function plainWhen(when: string): string {
  const first = when.replaceAll(/\[([^\]]*)\](\([^)]*\))?/g, '$1').split(' / ')[0] ?? '';
  return first.replaceAll(/\d{1,2}:\d{2}\s*[A-Z]{0,4}/g, ' ').trim();
}

/** A day, or the days from and to of `Tuesday 19th - Friday 22nd March 2024` and `October 11-15, 2021`. */
function spanOf(when: string): { readonly start: Day; readonly end: Day | null } | null {
  const text = plainWhen(when);
  const [first = '', last] = text.split(/\s+[-–]\s+|(?<=\d)\s*[-–]\s*(?=\d{1,2}\b)/);
  const read = (part: string) => readDay(part, { order: null, serial: false });
  const rest = last === undefined ? '' : last.replace(/\d{1,2}(st|nd|rd|th)?/, ' ');
  const month = /[A-Za-z]{3,}\s+\d/.exec(first)?.[0].split(/\s/)[0] ?? '';
  const start = read(last === undefined ? first : `${first} ${rest}`);
  if (!('day' in start)) return null;
  const end =
    last === undefined
      ? null
      : read(/[a-z]{3,}.*\d{4}/i.test(last) && /\d{1,2}\D/.test(last) ? last : `${month} ${last}`);
  return { start: start.day, end: end !== null && 'day' in end && end.day > start.day ? end.day : null };
}

function plainWhat(what: string): string {
  return textOf(what.replaceAll(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?/g, '$1').replaceAll(/[*_`]/g, ''));
}

/** The row of the release itself: `v1.30.0 released`, `1.23.0 released`, `Kubernetes v1.24.0 released`. */
function isRelease(what: string, version: string): boolean {
  const own = what
    .replace(/^Kubernetes /i, '')
    .replace(/^v/i, '')
    .toLowerCase();
  return [version, `${version}.0`].some((one) => own.startsWith(`${one} released`));
}

function timeline(version: string, steps: readonly Step[]): Collected {
  const leftOut: LeftOut[] = [];
  const milestones = new Map<string, ImportedMilestone>();
  let day: Day | null = null;
  for (const step of steps) {
    const name = plainWhat(step.what);
    if (name === '') continue;
    const span = spanOf(step.when);
    if (span === null) {
      const said = textOf(step.when, 40);
      leftOut.push({ name, reason: said === '' ? 'has no day' : `“${said}” is no day with a year` });
    } else if (isRelease(name, version)) day = span.start;
    else milestones.set(name.toLowerCase(), { uid: name.toLowerCase(), kind: kindOf(name), name, ...span });
  }
  if (day === null)
    return { releases: [], leftOut: [...leftOut, { name: `Kubernetes ${version}`, reason: 'has no release day' }] };
  const found = [...milestones.values()].slice(0, 100);
  return {
    releases: [releaseOf('kubernetes', { uid: version, name: `Kubernetes ${version}`, day, milestones: found })],
    leftOut,
  };
}

/** Whether a text is the README of a release of kubernetes/sig-release. */
export function isKubernetesReadme(text: string): boolean {
  return /^#\s+Kubernetes 1\.\d+/m.test(text) && /^\|.*\bWhat\b.*\|.*\bWhen\b/m.test(text);
}

/** Reads the table *Timeline* of a release's README. */
export function readKubernetesReadme(text: string): Collected {
  const version = /^#\s+Kubernetes (1\.\d+)/m.exec(text)?.[1] ?? '';
  let columns: { readonly what: number; readonly when: number } | null = null;
  const steps: Step[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('|')) {
      if (steps.length > 0) columns = null;
      continue;
    }
    const cells = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const [what, when] = ['What', 'When'].map((name) =>
      cells.findIndex((cell) => plainWhat(cell).toLowerCase() === name.toLowerCase()),
    );
    if (what !== undefined && when !== undefined && what >= 0 && when >= 0) columns = { what, when };
    else if (columns !== null && !/^[\s|:-]+$/.test(line)) {
      steps.push({ what: cells[columns.what] ?? '', when: cells[columns.when] ?? '' });
    }
  }
  return timeline(version, steps);
}

/** Whether a document is a release's timeline, as the schedule builder of kubernetes/release reads it. */
export function isKubernetesTimeline(document: unknown): boolean {
  const releases = fieldOf(document, 'releases');
  return Array.isArray(releases) && releases.some((one) => Array.isArray(fieldOf(one, 'timeline')));
}

/** Reads timelines of minor releases. */
export function readKubernetesTimeline(document: unknown): Collected {
  const list = fieldOf(document, 'releases');
  const all = (Array.isArray(list) ? list : []).map((one) => {
    const steps = fieldOf(one, 'timeline');
    const rows = (Array.isArray(steps) ? steps : []).map((step) => ({
      what: textOf(fieldOf(step, 'what'), 200),
      when: textOf(fieldOf(step, 'when'), 200),
    }));
    return timeline(textOf(fieldOf(one, 'version')), rows);
  });
  return { releases: all.flatMap(({ releases }) => releases), leftOut: all.flatMap(({ leftOut }) => leftOut) };
}

/** Whether a document is the schedule of patch releases of the Kubernetes website. */
export function isKubernetesPatches(document: unknown): boolean {
  const schedules = fieldOf(document, 'schedules');
  return Array.isArray(schedules) && schedules.some((one) => fieldOf(one, 'release') !== undefined);
}

function point(uid: string, name: string, value: unknown): ImportedMilestone[] {
  const start = dayOrNull(value);
  return start === null ? [] : [{ uid, kind: kindOf(name), name, start, end: null }];
}

function minorOf(schedule: unknown, version: string, first: unknown): ImportedRelease[] {
  const day = dayOrNull(fieldOf(schedule, 'releaseDate')) ?? dayOrNull(fieldOf(first, 'targetDate'));
  if (day === null) return [];
  const milestones = [
    ...point('maintenance', 'Maintenance mode', fieldOf(schedule, 'maintenanceModeStartDate')),
    ...point('end of life', 'End of life', fieldOf(schedule, 'endOfLifeDate')),
  ];
  return [releaseOf('kubernetes', { uid: version, name: `Kubernetes ${version}`, day, milestones })];
}

/** Reads minor releases with the end of their support, and their patch releases with the deadline for cherry-picks. */
export function readKubernetesPatches(document: unknown): Collected {
  const leftOut: LeftOut[] = [];
  const list = fieldOf(document, 'schedules');
  const releases = (Array.isArray(list) ? list : []).flatMap((schedule) => {
    const version = textOf(fieldOf(schedule, 'release'));
    const earlier = fieldOf(schedule, 'previousPatches');
    const patches = [fieldOf(schedule, 'next'), ...(Array.isArray(earlier) ? earlier : [])].filter(Boolean);
    const first = patches.find((patch) => fieldOf(patch, 'release') === `${version}.0`);
    const found = patches.flatMap((patch) => {
      const name = textOf(fieldOf(patch, 'release'));
      const day = dayOrNull(fieldOf(patch, 'targetDate'));
      if (patch === first) return [];
      if (name === '' || day === null) {
        leftOut.push({ name: `Kubernetes ${name || version}`, reason: 'has no day' });
        return [];
      }
      const milestones = point('cherry-pick', 'Cherry-pick deadline', fieldOf(patch, 'cherryPickDeadline'));
      return [releaseOf('kubernetes', { uid: name, name: `Kubernetes ${name}`, day, milestones })];
    });
    return [...minorOf(schedule, version, first), ...found];
  });
  return { releases, leftOut };
}
