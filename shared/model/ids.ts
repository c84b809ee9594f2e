import * as z from 'zod';

/** Ids are opaque: 1 to 200 printable characters without white space. */
const idText = z.string().regex(/^[^\s\p{C}]{1,200}$/u, 'not an id');

export const TrainId = idText.brand<'TrainId'>();
export type TrainId = z.infer<typeof TrainId>;

export const ReleaseId = idText.brand<'ReleaseId'>();
export type ReleaseId = z.infer<typeof ReleaseId>;

export const MilestoneId = idText.brand<'MilestoneId'>();
export type MilestoneId = z.infer<typeof MilestoneId>;

export const ScopeItemId = idText.brand<'ScopeItemId'>();
export type ScopeItemId = z.infer<typeof ScopeItemId>;

export const ConnectionId = idText.brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;

/** A synced fact's id: `<connection id>:<kind>:<external key>`, the same on every sync. */
export const FactId = idText.brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;
