import * as z from 'zod';
import { DecisionKind } from './journal.ts';

/** What one side made of a group of fields that only make sense together, such as a day and its departure. */
export const MergeField = z.strictObject({
  fields: z.array(z.string()),
  base: z.record(z.string(), z.unknown()),
  plan: z.record(z.string(), z.unknown()),
  branch: z.record(z.string(), z.unknown()),
});
export type MergeField = z.infer<typeof MergeField>;

/** What a branch did to one decision, beside what the plan did to it since the fork. */
export const MergeItem = z.strictObject({
  kind: DecisionKind,
  id: z.string(),
  name: z.string(),
  action: z.enum(['add', 'change', 'remove']),
  /**
   * `clean`: the plan left it alone. `joined`: both changed it, in different fields. `clash`: both changed the same
   * fields, or one removed what the other changed, or both made what there can be only one of: somebody has to choose.
   */
  state: z.enum(['clean', 'joined', 'clash']),
  /** The groups of fields that the branch changed; empty where it added or removed the decision. */
  changed: z.array(MergeField),
  /** Those of them that the plan changed too, to something else. */
  clashing: z.array(MergeField),
  /** The decision that merging leaves behind; null where it removes it. */
  result: z.record(z.string(), z.unknown()).nullable(),
  /** A merge before kept the plan's side of this clash, and neither side has changed it since: it is not asked again. */
  kept: z.boolean().optional(),
  /** What the plan made since the fork and cannot keep beside it: of the same name, or the same release of a train. */
  twin: z.strictObject({ id: z.string(), name: z.string() }).optional(),
});
export type MergeItem = z.infer<typeof MergeItem>;
