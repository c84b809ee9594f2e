import * as z from 'zod';

/** What the import keeps in its address; anything unreadable is dropped. The file itself is nowhere but in the page. */
export const ImportSearch = z.object({
  /** Only the rows of one state. */
  show: z.enum(['new', 'changed', 'same', 'problem']).optional().catch(undefined),
});
export type ImportSearch = z.infer<typeof ImportSearch>;
