import { parseDocument } from 'yaml';
import { Failure } from '../../../model/failure.ts';
import { isFirefoxHistory, isFirefoxVersions, readFirefoxHistory, readFirefoxVersions } from './firefox.ts';
import {
  isKubernetesPatches,
  isKubernetesReadme,
  isKubernetesTimeline,
  readKubernetesPatches,
  readKubernetesReadme,
  readKubernetesTimeline,
} from './kubernetes.ts';
import { isNode, readNode } from './node.ts';
import { isOpenStack, readOpenStack } from './openstack.ts';
import { isPep, isReleaseCycle, isReleaseList, readPep, readReleaseCycle, readReleaseList } from './python.ts';
import { type Collected, type ReadSchedule, type ScheduleKind, scheduleOf } from './schedule.ts';
import { isToml, readToml } from './toml.ts';

/** Schedules are a few pages long. */
const LONGEST = 2_000_000;
/** Each alias may stand for a whole tree: a few lines of them could fill all memory. */
const MOST_ALIASES = 20;

interface Format<Source> {
  readonly kind: ScheduleKind;
  readonly is: (source: Source) => boolean;
  readonly read: (source: Source) => Collected;
}

const DOCUMENTS: readonly Format<unknown>[] = [
  { kind: 'openstack', is: isOpenStack, read: readOpenStack },
  { kind: 'kubernetes', is: isKubernetesPatches, read: readKubernetesPatches },
  { kind: 'kubernetes', is: isKubernetesTimeline, read: readKubernetesTimeline },
  { kind: 'node', is: isNode, read: readNode },
  { kind: 'python', is: isReleaseCycle, read: readReleaseCycle },
  { kind: 'python', is: isReleaseList, read: readReleaseList },
  { kind: 'firefox', is: isFirefoxVersions, read: readFirefoxVersions },
  { kind: 'firefox', is: isFirefoxHistory, read: readFirefoxHistory },
];

const TEXTS: readonly Format<string>[] = [
  { kind: 'kubernetes', is: isKubernetesReadme, read: readKubernetesReadme },
  { kind: 'python', is: isPep, read: readPep },
];

const KNOWN =
  'Known are those of OpenStack, Kubernetes, Node.js, Python and Firefox. Any other plan is taken as a table: CSV or Excel.';

function unknownFile(): Failure {
  return new Failure('BAD_INPUT', 'This is no schedule that is known here.', {
    remedy: KNOWN,
  });
}

function unreadable(language: string, line: number | null | undefined): Failure {
  return new Failure('BAD_INPUT', `This is no schedule that is known here, and no ${language} that can be read.`, {
    where: line == null ? null : `line ${line}`,
    remedy: KNOWN,
  });
}

/** Reads JSON, else TOML, else YAML in which every word is text: `1.30` is a version, and no number that loses its end. */
function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (isToml(text)) {
      const read = readToml(text);
      if ('document' in read) return read.document;
      throw unreadable('TOML', read.wrongLine);
    }
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
    const [error] = document.errors;
    if (error !== undefined) throw unreadable('YAML', error.linePos?.[0].line);
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch {
      throw unknownFile();
    }
  }
}

function taken<Source>(formats: readonly Format<Source>[], source: Source): ReadSchedule | undefined {
  const format = formats.find(({ is }) => is(source));
  if (format === undefined) return undefined;
  const collected = format.read(source);
  const schedule = scheduleOf(format.kind, collected);
  if (schedule !== null) return schedule;
  const why = collected.leftOut.slice(0, 3).map(({ name, reason }) => `${name} ${reason}`);
  throw new Failure(
    'BAD_INPUT',
    `The file names no release that could be planned: ${why.join('; ') || 'it is empty'}.`,
    {
      remedy: 'Choose a newer one, or write its days with their years.',
    },
  );
}

/**
 * Reads the schedule file of a public train, which is recognised by what is in it, not by its name. Throws a Failure for what is none of
 * them, and for one that names no release with its day.
 */
export function readSchedule(text: string): ReadSchedule {
  if (text.length > LONGEST)
    throw new Failure('TOO_LARGE', 'The file is longer than any schedule.', { remedy: 'Choose another one.' });
  const found = taken(TEXTS, text) ?? taken(DOCUMENTS, documentOf(text));
  if (found === undefined) throw unknownFile();
  return found;
}
