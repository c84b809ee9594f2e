import type { Instant, Zone } from '../../model/time.ts';
import { momentWords } from '../calendar/moment-words.ts';
import type { Chain, Stay } from './chains.ts';
import type { Misfit, Need } from './misfits.ts';

/** What sentences name things by. */
export interface SkewNames {
  readonly chains: readonly Chain[];
  /** The steps, in the planned order: the release that takes it, by its title, and when. */
  readonly steps: readonly {
    readonly title: string;
    readonly span: { readonly start: Instant; readonly end: Instant };
  }[];
  readonly zone: Zone;
}

function nameOf({ chain }: Stay, { chains }: SkewNames): string {
  return chains[chain]?.service.name ?? '';
}

function needWords({ by, of, range }: Need, names: SkewNames): string {
  return `${nameOf(by, names)} ${by.version?.version} needs ${nameOf(of, names)} ${range}`;
}

/** `web 4.2.0 needs api >=3.1, not 3.0.2` */
export function misfitSentence({ needs }: Misfit, names: SkewNames): string {
  return needs.map((need) => `${needWords(need, names)}, not ${need.of.version?.version}`).join('; ');
}

/** What the plan makes of the version that is not the needed one: since or until when it is there. */
function meanwhile({ by, of }: Need, { steps, zone }: SkewNames): string {
  const version = of.version?.version ?? '';
  const [brought, ends] = [steps[of.step ?? -1], steps[of.next ?? -1]];
  const comes = steps[by.step ?? -1];
  if (brought !== undefined && (comes === undefined || brought.span.start >= comes.span.start)) {
    return `which is ${version} from ${brought.title} on (${momentWords(brought.span.start, zone)})`;
  }
  if (ends === undefined) return comes === undefined ? `which is ${version}` : `which is still ${version} then`;
  return `which is still ${version} until ${ends.title} is out (${momentWords(ends.span.end, zone)})`;
}

/** `web 4.2.0 needs api >=3.1, which is still 3.0.2 until Core 2027.2 is out (Tue 5 Jan 2027, 20:00 UTC)` */
export function plannedSentence({ needs }: Misfit, names: SkewNames): string {
  return needs.map((need) => `${needWords(need, names)}, ${meanwhile(need, names)}`).join('; ');
}
