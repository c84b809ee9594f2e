import type { ReleaseId, ServiceId } from '../../../shared/model/ids.ts';
import type { Skew } from '../../../shared/model/skew.ts';
import { formatCount } from '../../lib/format.ts';
import type { Unknowns } from './search.ts';

/** One thing that nobody said. */
export interface UnknownRow {
  readonly key: string;
  readonly text: string;
  /** Where it is said. */
  readonly release: ReleaseId | null;
  readonly service: ServiceId | null;
}

/** Something that is not known: how much of it, in words, and each. */
export interface UnknownGroup {
  readonly kind: Unknowns;
  readonly text: string;
  readonly rows: readonly UnknownRow[];
}

function groupOf(kind: Unknowns, text: string, rows: readonly UnknownRow[]): readonly UnknownGroup[] {
  return rows.length === 0 ? [] : [{ kind, text, rows }];
}

function pairText({ pairs, unread }: { pairs: number; unread: number }): string {
  const count = formatCount(pairs, 'pair of versions', 'pairs of versions');
  return unread === 0 ? count : `${count}, ${unread} said but not comparable`;
}

/** What the verdicts do not rest on, since nobody said it; groups without any are left out. */
export function unknownGroups({ services, releases, unsaid, withoutVersions }: Skew): readonly UnknownGroup[] {
  const nameOf = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  const titleOf = new Map(releases.map(({ releaseId, title }) => [releaseId, title]));
  const running = services.filter(({ now }) => now === null);
  const pairs = unsaid.reduce((sum, one) => sum + one.pairs, 0);
  return [
    ...groupOf(
      'releases',
      `${formatCount(withoutVersions.length, 'release')} ${withoutVersions.length === 1 ? 'says' : 'say'} no version`,
      withoutVersions.map((id) => ({ key: id, text: titleOf.get(id) ?? '', release: id, service: null })),
    ),
    ...groupOf(
      'pairs',
      `of ${formatCount(pairs, 'pair of versions', 'pairs of versions')} nothing is said`,
      unsaid.map(({ serviceIds: [one, other], ...counts }) => ({
        key: `${one} ${other}`,
        text: `${nameOf.get(one) ?? ''} and ${nameOf.get(other) ?? ''}: ${pairText(counts)}`,
        release: null,
        service: one,
      })),
    ),
    ...groupOf(
      'running',
      `of ${formatCount(running.length, 'service')} nobody said what runs now`,
      running.map(({ serviceId, name }) => ({ key: serviceId, text: name, release: null, service: serviceId })),
    ),
  ];
}
