import { approvalsWords } from '../../../../shared/domain/freezes/override-rules.ts';
import type { Instant, Zone } from '../../../../shared/model/time.ts';
import type { Because, Segment, TargetVerdict } from '../../../../shared/model/verdict.ts';
import { formatCount, formatInstant, zoneName } from '../../../lib/format.ts';
import { type Names, targetWords } from '../names.ts';

/** Places that are judged alike. */
export interface Judged {
  readonly key: string;
  readonly legal: boolean;
  readonly segments: readonly Segment[];
  readonly places: readonly string[];
}

/** Verdicts with places that are judged alike put together, those that are not legal first. */
export function judgedAlike(targets: readonly TargetVerdict[], names: Names): readonly Judged[] {
  const groups = Map.groupBy(targets, ({ segments }) => JSON.stringify(segments));
  return [...groups]
    .map(([key, [first, ...more]]) => {
      const all = first === undefined ? more : [first, ...more];
      return {
        key,
        legal: first?.legal ?? true,
        segments: first?.segments ?? [],
        places: [...new Set(all.map(({ target }) => targetWords(target, names)))],
      };
    })
    .sort((a, b) => Number(a.legal) - Number(b.legal));
}

const NAMED = 3;

/** Places by their names, the first few. */
export function placesText(places: readonly string[]): string {
  const more = places.length - NAMED;
  const named = places.slice(0, NAMED).join('; ');
  return more > 0 ? `${named}; and ${formatCount(more, 'more', 'more')}` : named;
}

/** More rules than these are counted, not named. */
const MOST_RULES = 4;

function named(because: readonly Because[]): string {
  const all = [...new Set(because.map(({ name }) => `“${name}”`))];
  const more = all.length - MOST_RULES;
  const names = more > 1 ? [...all.slice(0, MOST_RULES), `${more} more`] : all;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function until(because: readonly Because[], zone: Zone): string {
  const end = Math.max(...because.map(({ occurrence }) => occurrence.span.end)) as Instant; // one of their instants
  return `${formatInstant(end, zone)} ${zoneName(zone, end)}`;
}

function isWindow({ kind }: Because): boolean {
  return kind === 'window';
}

/** Why a time is as it is: the rule, and until when it holds. */
export function becauseWords({ state, because }: Segment, zone: Zone): string {
  if (state === 'outside-windows') return 'Outside every window that is about it.';
  if (state === 'frozen') return `Frozen by ${named(because)}, until ${until(because, zone)}.`;
  if (state === 'maintenance') return `Maintenance ${named(because)}, until ${until(because, zone)}.`;
  const windows = because.filter(isWindow);
  const inside = windows.length === 0 ? 'No rule is against it.' : `In the window ${named(windows)}.`;
  if (state === 'open') return inside;
  const freezes = because.filter((one) => !isWindow(one));
  return `An override lets it through ${named(freezes)}: ${approvalsWords(because)}.`;
}
