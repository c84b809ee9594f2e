import type { ImportedMilestone } from '../../../model/imported-plan.ts';
import type { Day } from '../../../model/time.ts';
import { type Collected, dayOrNull, fieldOf, type LeftOut, releaseOf, textOf } from './schedule.ts';

const LINE = /^v(\d+(?:\.\d+)?)$/;

/** Whether a document is the schedule.json of nodejs/Release. */
export function isNode(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  const lines = Object.entries(document);
  return lines.length > 0 && lines.every(([name, line]) => LINE.test(name) && fieldOf(line, 'start') !== undefined);
}

/** The phases of a line, each until the next that it has. */
function phases(line: unknown, start: Day): readonly ImportedMilestone[] {
  const [lts, maintenance, end] = ['lts', 'maintenance', 'end'].map((name) => dayOrNull(fieldOf(line, name)));
  const steps = [
    ['current', 'Current', start],
    ['lts', 'Active LTS', lts],
    ['maintenance', 'Maintenance', maintenance],
    ['end', 'End of life', end],
  ] as const;
  const known = steps.flatMap(([uid, name, day]) => (day ? [{ uid, name, day }] : []));
  return known.map(({ uid, name, day }, index) => ({
    uid,
    kind: 'custom',
    name,
    start: day,
    end: uid === 'end' ? null : (known[index + 1]?.day ?? null),
  }));
}

/** Reads the lines of Node.js: a release on the day it starts, and its phases as milestones. */
export function readNode(document: unknown): Collected {
  const leftOut: LeftOut[] = [];
  const lines = Object.entries(typeof document === 'object' && document !== null ? document : {});
  const releases = lines.flatMap(([name, line]) => {
    const [, number] = LINE.exec(name) ?? [];
    const start = dayOrNull(fieldOf(line, 'start'));
    if (number === undefined || start === null) {
      leftOut.push({ name: textOf(name), reason: 'has no day on which it starts' });
      return [];
    }
    const codename = textOf(fieldOf(line, 'codename'));
    const notes = codename === '' ? null : `Code name ${codename}.`;
    const milestones = [...phases(line, start)];
    return [releaseOf('node', { uid: name, name: `Node.js ${number}`, day: start, notes, milestones })];
  });
  return { releases, leftOut };
}
