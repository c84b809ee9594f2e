import type { BranchId } from '../../../shared/model/ids.ts';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import type { CompareView } from './search.ts';

/** A what-if branch beside the plan. */
export function ComparePage({ wanted, view }: { wanted: BranchId | undefined; view: CompareView }) {
  return (
    <Page>
      <PageHeader title="Plan compare" />
      <PageBody>{`${wanted ?? ''} ${view}`}</PageBody>
    </Page>
  );
}
