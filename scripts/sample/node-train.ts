import * as z from 'zod';
import type { SampleMilestone, SampleRelease, SampleTrain } from '../../shared/model/sample.ts';
import { Day } from '../../shared/model/time.ts';
import { packageVersion, readPackageFile } from './packages.ts';

const Line = z.object({
  alpha: Day.optional(),
  start: Day,
  lts: Day.optional(),
  maintenance: Day.optional(),
  end: Day,
  codename: z.string().optional(),
});
type Line = z.infer<typeof Line>;

const Version = z.object({ version: z.string(), date: Day });

/** Lines whose support ended before this are left out. */
const SUPPORTED_SINCE = '2024-01-01';
/** A longer span is given by its two ends. */
const LONGEST_SPAN_DAYS = 800;

function days(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The line's phases as the schedule dates them: a phase lasts until the next date that is given. */
function phases(line: Line): readonly SampleMilestone[] {
  const milestones: SampleMilestone[] = [];
  if (line.alpha) milestones.push({ name: 'Alpha', start: line.alpha, end: line.start });
  const current = line.lts ?? line.maintenance ?? line.end;
  milestones.push({ name: 'Current', start: line.start, end: current });
  if (line.lts) {
    const end = line.maintenance ?? line.end;
    const short = days(line.lts, end) <= LONGEST_SPAN_DAYS;
    milestones.push({ name: short ? 'Active LTS' : 'LTS begins', start: line.lts, end: short ? end : null });
  }
  if (line.maintenance) milestones.push({ name: 'Maintenance', start: line.maintenance, end: line.end });
  milestones.push({ name: 'End of life', start: line.end, end: null });
  return milestones;
}

function releaseOf(major: string, line: Line, actual: Day | undefined): SampleRelease {
  const codename = line.codename ? ` Code name ${line.codename}.` : '';
  const moved = actual !== undefined && actual !== line.start ? ` The schedule names ${line.start}.` : '';
  const dated =
    actual === undefined ? 'Planned for this day by the release schedule.' : `Released on this day.${moved}`;
  return {
    name: `Node.js ${major}`,
    day: actual ?? line.start,
    state: actual === undefined ? 'planned' : 'departed',
    notes: `${dated}${codename}`,
    milestones: [...phases(line)],
  };
}

/** The Node.js release lines that are or were supported since 2024, with their phases. */
export function nodeTrain(): SampleTrain {
  const schedule = readPackageFile(
    'node-releases',
    'data/release-schedule/release-schedule.json',
    z.record(z.string(), Line),
  );
  const versions = readPackageFile('node-releases', 'data/processed/envs.json', z.array(Version));
  const newest = versions.map(({ date }) => date).reduce((left, right) => (left > right ? left : right));
  const lines = Object.entries(schedule).filter(([, line]) => line.end >= SUPPORTED_SINCE);
  return {
    key: 'node',
    name: 'Node.js',
    owner: 'Node.js project',
    releaseName: 'Node.js {n}',
    source: `Release schedule of the Node.js project, from the npm package node-releases ${packageVersion('node-releases')} (MIT, © Sergey Rubanov)`,
    notes: `Lines supported since ${SUPPORTED_SINCE}. The newest release that the source knows is of ${newest}; dates after it are plans. The source gives days without a time: noon UTC stands for the day.`,
    releases: lines.map(([name, line]) => {
      const major = name.replace(/^v/, '');
      return releaseOf(major, line, versions.find(({ version }) => version === `${major}.0.0`)?.date);
    }),
  };
}
