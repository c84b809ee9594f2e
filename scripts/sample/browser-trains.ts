import * as z from 'zod';
import type { SampleRelease, SampleTrain } from '../../shared/model/sample.ts';
import { Day } from '../../shared/model/time.ts';
import { dayOfMoment, packageVersion, readPackageFile } from './packages.ts';

const BrowserRelease = z.object({
  release_date: Day.optional(),
  status: z.enum(['retired', 'current', 'exclusive', 'beta', 'nightly', 'esr', 'planned']),
  release_notes: z.string().optional(),
  engine: z.string().optional(),
  engine_version: z.string().optional(),
  index: z.int(),
});
type BrowserRelease = z.infer<typeof BrowserRelease>;

const Browser = z.object({ name: z.string(), releases: z.record(z.string(), BrowserRelease) });
const Data = z.object({
  __meta: z.object({ timestamp: z.string() }),
  browsers: z.object({ chrome: Browser, firefox: Browser, edge: Browser, safari: Browser }),
});

const SINCE = '2024-01-01';
const OWNERS = { chrome: 'Google', firefox: 'Mozilla', edge: 'Microsoft', safari: 'Apple' } as const;
const CHANNEL: Partial<Record<BrowserRelease['status'], string>> = { beta: 'beta', nightly: 'nightly' };
const OUT = new Set<BrowserRelease['status']>(['retired', 'current', 'esr']);

function releaseOf(
  browser: string,
  version: string,
  release: BrowserRelease & { readonly release_date: Day },
): SampleRelease {
  const departed = OUT.has(release.status);
  const engine = release.engine ? ` Engine ${[release.engine, release.engine_version].join(' ').trim()}.` : '';
  const notes = release.release_notes ? ` Release notes: ${release.release_notes}` : '';
  const channel = CHANNEL[release.status];
  const stage = channel === undefined ? '' : `, in the ${channel} channel when the data was made`;
  const dated = departed ? 'Released on this day.' : `Planned for this day${stage}.`;
  const state = departed ? 'departed' : 'planned';
  return {
    name: `${browser} ${version}`,
    day: release.release_date,
    state,
    notes: `${dated}${engine}${notes}`,
    milestones: [],
  };
}

function trainOf(key: keyof typeof OWNERS, browser: z.infer<typeof Browser>, asOf: Day): SampleTrain {
  const versions = Object.entries(browser.releases).sort(([, left], [, right]) => left.index - right.index);
  const undated = versions.filter(([, release]) => release.release_date === undefined).map(([version]) => version);
  const releases = versions.flatMap(([version, release]) => {
    const day = release.release_date;
    return day === undefined || day < SINCE
      ? []
      : [releaseOf(browser.name, version, { ...release, release_date: day })];
  });
  const early = releases.find((release) => release.state === 'departed' && release.day > asOf);
  if (early !== undefined) throw new Error(`${early.name} is said to be out before its day ${early.day}`);
  const missing = undated.length === 0 ? '' : ` Without a date in the source, so not here: ${undated.join(', ')}.`;
  return {
    key,
    name: browser.name,
    owner: OWNERS[key],
    releaseName: `${browser.name} {n}`,
    source: `Browser releases from the npm package @mdn/browser-compat-data ${packageVersion('@mdn/browser-compat-data')} (CC0-1.0, MDN contributors)`,
    notes: `Releases since ${SINCE}, as known on ${asOf}.${missing} The source gives days without a time: noon UTC stands for the day.`,
    releases,
  };
}

/** Chrome, Firefox, Edge and Safari: what was released since 2024 and what is planned. */
export function browserTrains(): readonly SampleTrain[] {
  const { browsers, __meta } = readPackageFile('@mdn/browser-compat-data', 'data.json', Data);
  const asOf = dayOfMoment(__meta.timestamp);
  return [
    trainOf('chrome', browsers.chrome, asOf),
    trainOf('firefox', browsers.firefox, asOf),
    trainOf('edge', browsers.edge, asOf),
    trainOf('safari', browsers.safari, asOf),
  ];
}
