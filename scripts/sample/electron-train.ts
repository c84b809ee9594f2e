import * as z from 'zod';
import type { SampleMilestone, SampleRelease, SampleTrain } from '../../shared/model/sample.ts';
import type { Day } from '../../shared/model/time.ts';
import { dayOfMoment, packageVersion, readPackageFile } from './packages.ts';

const Published = z.object({ version: z.string(), published_at: z.string() });
type Published = z.infer<typeof Published>;

/** Lines whose first stable release lies before this are left out. */
const SINCE = '2020-01-01';

function firstDay(all: readonly Published[], version: RegExp): Day | null {
  const days = all.filter((one) => version.test(one.version)).map((one) => dayOfMoment(one.published_at));
  return days.length === 0 ? null : days.reduce((left, right) => (left < right ? left : right));
}

function before(days: readonly (Day | null)[]): Day | null {
  return days.find((day) => day !== null) ?? null;
}

function releaseOf(all: readonly Published[], major: number): SampleRelease | null {
  const alpha = firstDay(all, new RegExp(`^${major}\\.0\\.0-alpha\\.`));
  const beta = firstDay(all, new RegExp(`^${major}\\.0\\.0-beta\\.`));
  const stable = firstDay(all, new RegExp(`^${major}\\.0\\.0$`));
  if (stable === null || stable < SINCE) return null;
  const milestones: SampleMilestone[] = [];
  if (alpha) milestones.push({ name: 'Alpha', start: alpha, end: before([beta, stable]) });
  if (beta) milestones.push({ name: 'Beta', start: beta, end: stable });
  const notes = `Released on this day (${major}.0.0).`;
  return { name: `Electron ${major}`, day: stable, state: 'departed', notes, milestones };
}

/** The stable Electron lines since 2020 with their alpha and beta phases, as far as the package knows them. */
export function electronTrain(): SampleTrain {
  const all = readPackageFile('electron-releases', 'lite.json', z.array(Published));
  const newest = all.map((one) => dayOfMoment(one.published_at)).reduce((left, right) => (left > right ? left : right));
  const majors = [...new Set(all.map((one) => Number(one.version.split('.')[0])))].sort((left, right) => left - right);
  const releases = majors.flatMap((major) => releaseOf(all, major) ?? []);
  return {
    key: 'electron',
    name: 'Electron',
    owner: 'Electron project',
    releaseName: 'Electron {n}',
    source: `Releases published by the Electron project, from the npm package electron-releases ${packageVersion('electron-releases')} (MIT, © Contributors to the Electron project)`,
    notes: `Stable lines since ${SINCE}. The package was last filled on ${newest}: later lines are not in it, and no plans are. Days are those of publication in UTC; noon stands for the day.`,
    releases,
  };
}
