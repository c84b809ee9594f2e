import * as z from 'zod';
import { type Instant, instant } from '../../../../shared/model/time.ts';

/** A moment as providers write it: ISO 8601 with an offset, `+0000` and no seconds allowed; refused when unreadable. */
export const Moment = z.string().transform((text, context): Instant => {
  const milliseconds = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (!Number.isNaN(milliseconds)) return instant(milliseconds);
  context.addIssue({ code: 'custom', message: `not a time: ${text.slice(0, 40)}` });
  return z.NEVER;
});

/** A day `YYYY-MM-DD`, or the day of a moment, as midnight UTC. */
export const MidnightOf = z.string().transform((text, context): Instant => {
  const milliseconds = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  if (!Number.isNaN(milliseconds)) return instant(milliseconds);
  context.addIssue({ code: 'custom', message: `not a day: ${text.slice(0, 40)}` });
  return z.NEVER;
});
