import * as z from 'zod';

export const ReleaseTab = z.enum(['scope', 'milestones', 'history', 'notes']);
export type ReleaseTab = z.infer<typeof ReleaseTab>;

/** What a release's page keeps in its address; anything unreadable is dropped. */
export const ReleaseSearch = z.object({
  tab: ReleaseTab.optional().catch(undefined),
  /** The scope item whose panel is open. */
  item: z.string().max(200).optional().catch(undefined),
});
export type ReleaseSearch = z.infer<typeof ReleaseSearch>;
