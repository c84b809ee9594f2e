import * as z from 'zod';

/** `blocking`: the plan cannot be carried out as it stands; `serious`: only at a risk; `minor`: worth knowing. */
export const Severity = z.enum(['blocking', 'serious', 'minor']);
export type Severity = z.infer<typeof Severity>;

/** The most severe is 0. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { blocking: 0, serious: 1, minor: 2 };
