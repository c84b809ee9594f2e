import * as z from 'zod';
import { ReleaseId, ScopeItemId, TrainId } from '../../model/ids.ts';
import type { Change, JournalEntry } from '../../model/journal.ts';
import { Milestone, ReleaseState } from '../../model/release.ts';
import { ScopeState } from '../../model/scope-item.ts';
import { Day, Instant, Zone } from '../../model/time.ts';

/** What of a journal entry the plan's history is read from. */
export type PlanEntry = Readonly<Pick<JournalEntry, 'seq' | 'at' | 'reverts'>> & {
  readonly changes: readonly Change[];
};

/** Of each kind of row only what history needs, so that entries older or newer than a column can be read. */
export const ReleaseImage = z.object({
  id: ReleaseId,
  trainId: TrainId,
  name: z.string(),
  day: Day,
  zone: Zone,
  departsAt: Instant,
  state: ReleaseState,
});
export type ReleaseImage = z.infer<typeof ReleaseImage>;

export const MilestoneImage = z.object({
  releaseId: ReleaseId,
  kind: Milestone.shape.kind,
  startAt: Instant,
  endAt: Instant.nullable(),
});
export type MilestoneImage = z.infer<typeof MilestoneImage>;

export const ScopeItemImage = z.object({
  id: ScopeItemId,
  releaseId: ReleaseId,
  title: z.string(),
  state: ScopeState,
  reason: z.string(),
});
export type ScopeItemImage = z.infer<typeof ScopeItemImage>;

/** An image that cannot be read as its kind: told, never passed over in silence. */
export interface UnreadableImage {
  readonly seq: number;
  readonly kind: Change['kind'];
  readonly id: string;
}

/** Reads journal images, and keeps a list of those that could not be read. */
export interface ImageReader {
  readonly unreadable: readonly UnreadableImage[];
  /** The image as its kind: null for no row, undefined for one that cannot be read. */
  readonly read: <T>(
    schema: z.ZodType<T>,
    image: Change['before'],
    where: Readonly<UnreadableImage>,
  ) => T | null | undefined;
}

/** Starts reading images of a journal. */
export function imageReader(): ImageReader {
  const unreadable: UnreadableImage[] = [];
  return {
    unreadable,
    read: (schema, image, { seq, kind, id }) => {
      if (image === null) return null;
      const parsed = schema.safeParse(image);
      if (parsed.success) return parsed.data;
      const known = unreadable.at(-1);
      if (known?.seq !== seq || known.id !== id) unreadable.push({ seq, kind, id });
      return undefined;
    },
  };
}
