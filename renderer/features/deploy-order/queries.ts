import type { Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';

/** What runs together over some days, as planned and in the best order. */
export function skewQuery({ from, until }: { readonly from: Day; readonly until: Day }) {
  return orpc.skew.simulate.queryOptions({ input: { from, until }, placeholderData: (kept) => kept });
}
