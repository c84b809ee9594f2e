import type { PlanTrack, PlanVersion } from '../../model/adherence.ts';
import type { PlanObservation } from '../../model/baseline.ts';
import type { TrainId } from '../../model/ids.ts';
import type { Zone } from '../../model/time.ts';
import { dayOf } from '../calendar/zoned-time.ts';
import { imageReader, type PlanEntry, ReleaseImage, type UnreadableImage } from './images.ts';

/** Where the history of a plan is read from. */
export interface PlanHistory {
  /** The whole journal, or every entry of it that touched a release, in order. */
  readonly entries: readonly PlanEntry[];
  /** Those of one day in the order in which they were made. */
  readonly observations: readonly PlanObservation[];
  /** The zone of a train, for releases that only observations know. */
  readonly zoneOf: (trainId: TrainId) => Zone;
}

export interface TracksRead {
  readonly tracks: readonly PlanTrack[];
  readonly unreadable: readonly UnreadableImage[];
}

interface Draft {
  last: ReleaseImage;
  readonly versions: PlanVersion[];
}

function says(version: PlanVersion | undefined, image: ReleaseImage): boolean {
  return version?.day === image.day && version.departsAt === image.departsAt && version.state === image.state;
}

/** What entries say of each release: a version for each change of its day, departure or state. */
function draftsOf(entries: readonly PlanEntry[]): {
  drafts: ReadonlyMap<string, Draft>;
  unreadable: UnreadableImage[];
} {
  const reader = imageReader();
  const drafts = new Map<string, Draft>();
  for (const { seq, at, changes } of entries) {
    for (const { kind, id, after } of changes) {
      if (kind !== 'release') continue;
      const image = reader.read(ReleaseImage, after, { seq, kind, id });
      const known = drafts.get(id);
      const last = image ?? known?.last;
      if (image === undefined || last === undefined) continue;
      const draft = known ?? { last, versions: [] };
      drafts.set(id, draft);
      draft.last = last;
      const { day, departsAt, zone } = last;
      if (image !== null && says(draft.versions.at(-1), image)) continue;
      const state = image === null ? 'removed' : image.state;
      draft.versions.push({ source: { by: 'entry', seq }, on: dayOf(at, zone), at, day, departsAt, state });
    }
  }
  return { drafts, unreadable: [...reader.unreadable] };
}

function observed({ id, source, observedOn, day, actual }: PlanObservation): PlanVersion {
  const state = actual ? 'departed' : 'planned';
  return { source: { by: 'observation', id, source }, on: observedOn, at: null, day, departsAt: null, state };
}

/** Joins two lists without changing the order within either; an observation counts from the beginning of its day. */
function mergeVersions(said: readonly PlanVersion[], seen: readonly PlanVersion[]): PlanVersion[] {
  const rest = [...seen];
  const merged: PlanVersion[] = [];
  for (const version of said) {
    while (rest[0] !== undefined && rest[0].on <= version.on) merged.push(...rest.splice(0, 1));
    merged.push(version);
  }
  return [...merged, ...rest];
}

function observationKey({ trainId, releaseName }: Pick<PlanObservation, 'trainId' | 'releaseName'>): string {
  return `observed:${trainId}/${releaseName}`;
}

function groupObservations(observations: readonly PlanObservation[]): Map<string, PlanObservation[]> {
  const groups = new Map<string, PlanObservation[]>();
  for (const observation of observations) {
    const key = observationKey(observation);
    const group = groups.get(key);
    if (group) group.push(observation);
    else groups.set(key, [observation]);
  }
  for (const group of groups.values())
    group.sort((a, b) => (a.observedOn < b.observedOn ? -1 : Number(a.observedOn > b.observedOn)));
  return groups;
}

/** Which releases observations of a name are about: those that stand, by the name they have now, if only one has it. */
function namedReleases(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, string> {
  const ids = new Map<string, string | null>();
  for (const [id, { last, versions }] of drafts) {
    if (versions.at(-1)?.state === 'removed') continue;
    const key = observationKey({ trainId: last.trainId, releaseName: last.name });
    ids.set(key, ids.has(key) ? null : id);
  }
  return new Map([...ids].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const])));
}

/**
 * The history of each release's plan, from the journal and from what was observed elsewhere: one version for each
 * change of its day, departure or state. Observations join the release of their train that has their name now; where
 * there is none, or two, they are a release of their own. Releases in the order in which the journal met them, then
 * those that only observations know. What could not be read is listed.
 */
export function planTracks({ entries, observations, zoneOf }: PlanHistory): TracksRead {
  const { drafts, unreadable } = draftsOf(entries);
  const named = namedReleases(drafts);
  const groups = groupObservations(observations);
  const joined = new Map<string, readonly PlanObservation[]>();
  const alone: PlanTrack[] = [];
  for (const [key, group] of groups) {
    const id = named.get(key);
    const [first] = group;
    if (id !== undefined) joined.set(id, group);
    else if (first !== undefined) {
      const { trainId, releaseName: name } = first;
      alone.push({ key, releaseId: null, trainId, name, zone: zoneOf(trainId), versions: group.map(observed) });
    }
  }
  const journaled = [...drafts].map(([id, { last, versions }]): PlanTrack => {
    const seen = (joined.get(id) ?? []).map(observed);
    const { trainId, name, zone } = last;
    return { key: id, releaseId: last.id, trainId, name, zone, versions: mergeVersions(versions, seen) };
  });
  return { tracks: [...journaled, ...alone], unreadable };
}
