import * as z from 'zod';
import { Instant } from './time.ts';

/** A stretch of time: `start` included, `end` not. Empty where the two are equal; never turned round. */
export const Span = z.strictObject({ start: Instant, end: Instant }).readonly();
export type Span = z.infer<typeof Span>;
