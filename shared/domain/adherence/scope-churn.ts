import type { ScopeChurn, ScopeChurnEvent } from '../../model/adherence.ts';
import type { ReleaseId } from '../../model/ids.ts';
import type { Change } from '../../model/journal.ts';
import type { Instant } from '../../model/time.ts';
import { scopeCutOff } from '../boarding/scope-state.ts';
import {
  type ImageReader,
  imageReader,
  MilestoneImage,
  type PlanEntry,
  ScopeItemImage,
  type UnreadableImage,
} from './images.ts';

export interface ChurnRead {
  readonly churn: readonly ScopeChurn[];
  readonly unreadable: readonly UnreadableImage[];
}

type Event = { -readonly [Key in keyof ScopeChurnEvent]: ScopeChurnEvent[Key] };
type CutOff = ScopeChurn['cutOffs'][number];

/** What is known of one release while the journal is read. */
interface Draft {
  readonly releaseId: ReleaseId;
  readonly milestones: Map<string, MilestoneImage>;
  readonly cutOffs: CutOff[];
  /** Every item that was aboard at some time. */
  readonly items: Set<string>;
  readonly events: Event[];
}

/** Where an item was from an entry on: null for aboard nothing. */
interface Whereabouts {
  readonly at: Instant;
  readonly releaseId: ReleaseId | null;
}

interface Reading {
  readonly reader: ImageReader;
  readonly drafts: Map<ReleaseId, Draft>;
  /** The release that each milestone is of now. */
  readonly releaseOf: Map<string, ReleaseId>;
  readonly whereabouts: Map<string, Whereabouts[]>;
  /** Of each entry and item, the event whose counting an undo of that entry turns round. */
  readonly roots: Map<string, Event>;
}

function draftOf(releaseId: ReleaseId, { drafts }: Reading): Draft {
  const known = drafts.get(releaseId);
  if (known) return known;
  const draft: Draft = { releaseId, milestones: new Map(), cutOffs: [], items: new Set(), events: [] };
  drafts.set(releaseId, draft);
  return draft;
}

/** Takes in what an entry did to milestones, and notes the cut-offs that are other ones now. */
function followMilestones({ seq, at, changes }: PlanEntry, reading: Reading): void {
  const touched = new Set<Draft>();
  for (const { kind, id, after } of changes) {
    if (kind !== 'milestone') continue;
    const image = reading.reader.read(MilestoneImage, after, { seq, kind, id });
    if (image === undefined) continue;
    const before = reading.releaseOf.get(id);
    if (before !== undefined) {
      touched.add(draftOf(before, reading));
      draftOf(before, reading).milestones.delete(id);
      reading.releaseOf.delete(id);
    }
    if (image === null) continue;
    touched.add(draftOf(image.releaseId, reading));
    draftOf(image.releaseId, reading).milestones.set(id, image);
    reading.releaseOf.set(id, image.releaseId);
  }
  for (const { milestones, cutOffs } of touched) {
    const cutOff = scopeCutOff([...milestones.values()]);
    const before = cutOffs.at(-1)?.cutOff ?? null;
    if (cutOff !== before) cutOffs.push({ seq, at, cutOff, afterPassing: before !== null && at > before });
  }
}

function isAboard(item: ScopeItemImage | null): item is ScopeItemImage {
  return item !== null && (item.state === 'boarded' || item.state === 'late');
}

interface Move {
  readonly entry: PlanEntry;
  readonly item: ScopeItemImage;
  readonly kind: Event['kind'];
}

function noteEvent({ entry, item, kind }: Move, releaseId: ReleaseId, reading: Reading): void {
  const draft = draftOf(releaseId, reading);
  const cutOff = draft.cutOffs.at(-1)?.cutOff ?? null;
  if (cutOff === null || entry.at <= cutOff) return;
  const { seq, at, reverts } = entry;
  const event: Event = {
    seq,
    at,
    scopeItemId: item.id,
    title: item.title,
    kind,
    cutOff,
    reason: item.reason,
    counts: true,
  };
  const root = reverts === null ? undefined : reading.roots.get(`${reverts} ${releaseId} ${item.id}`);
  if (root !== undefined) {
    root.counts = !root.counts;
    event.counts = false;
  }
  reading.roots.set(`${seq} ${releaseId} ${item.id}`, root ?? event);
  draft.events.push(event);
}

/** Releases that an entry made or removed: what comes and goes with them is no change of their scope. */
function madeOrRemoved(changes: readonly Change[]): ReadonlySet<string> {
  const rows = changes.filter(({ kind, before, after }) => kind === 'release' && (before === null || after === null));
  return new Set(rows.map(({ id }) => id));
}

function followItems(entry: PlanEntry, reading: Reading): void {
  const whole = madeOrRemoved(entry.changes);
  for (const { kind, id, before, after } of entry.changes) {
    if (kind !== 'scope-item') continue;
    const where = { seq: entry.seq, kind, id };
    const was = reading.reader.read(ScopeItemImage, before, where);
    const is = reading.reader.read(ScopeItemImage, after, where);
    if (was === undefined || is === undefined) continue;
    const from = isAboard(was) ? was.releaseId : null;
    const to = isAboard(is) ? is.releaseId : null;
    if (from === to) continue;
    const steps = reading.whereabouts.get(id);
    const step = { at: entry.at, releaseId: to };
    if (steps) steps.push(step);
    else reading.whereabouts.set(id, [step]);
    const left = is?.state === 'bumped' ? 'bumped' : 'dropped';
    // The item as it is now carries the reason; a removed one only what it was.
    const item = is ?? was;
    if (item === null) continue;
    if (to !== null) draftOf(to, reading).items.add(id);
    if (from !== null && !whole.has(from)) noteEvent({ entry, item, kind: left }, from, reading);
    if (to !== null && !whole.has(to)) noteEvent({ entry, item, kind: 'added' }, to, reading);
  }
}

/** The items that were aboard a release at a moment; one that boards at that very moment is. */
function aboardAt({ releaseId, items }: Draft, moment: Instant, { whereabouts }: Reading): readonly string[] {
  return [...items].filter((id) => whereabouts.get(id)?.findLast(({ at }) => at <= moment)?.releaseId === releaseId);
}

function finished(draft: Draft, now: Instant, reading: Reading): ScopeChurn {
  const { releaseId, cutOffs, events } = draft;
  const counted = (kind: Event['kind']) => events.filter((event) => event.counts && event.kind === kind);
  const added = counted('added');
  const cutOff = cutOffs.at(-1)?.cutOff ?? null;
  const aboard = cutOff === null || cutOff > now ? null : aboardAt(draft, cutOff, reading);
  const late = new Set<string>(added.map(({ scopeItemId }) => scopeItemId));
  const all = new Set([...(aboard ?? []), ...late]);
  return {
    releaseId,
    cutOffs,
    added: added.length,
    dropped: counted('dropped').length,
    bumped: counted('bumped').length,
    aboardAtCutOff: aboard?.length ?? null,
    exceptionRate: aboard === null || all.size === 0 ? null : late.size / all.size,
    events,
  };
}

/**
 * What came aboard, was dropped and was bumped after the scope cut-off of each release, judged by the cut-off as it
 * stood when it happened: one that is moved later afterwards forgives nothing, one that is moved earlier accuses
 * nobody. At the cut-off is still in time. An undo cancels what it takes back where both lie after the cut-off, and a
 * redo restores it; such pairs are listed and not counted. What comes or goes with its whole release is no change of
 * scope. Every cut-off that a release had is listed, with whether the one before had passed when it was set. Takes the
 * entries in order; releases that never had a cut-off, milestone or late item are not in the answer.
 */
export function scopeChurn(entries: readonly PlanEntry[], now: Instant): ChurnRead {
  const reading: Reading = {
    reader: imageReader(),
    drafts: new Map(),
    releaseOf: new Map(),
    whereabouts: new Map(),
    roots: new Map(),
  };
  for (const entry of entries) {
    followMilestones(entry, reading);
    followItems(entry, reading);
  }
  const churn = [...reading.drafts.values()].map((draft) => finished(draft, now, reading));
  return { churn, unreadable: reading.reader.unreadable };
}
