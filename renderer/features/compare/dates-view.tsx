import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { BranchComparison, ComparedRelease } from '../../../shared/contract/branches.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import { useBranch } from '../../lib/use-branch.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { datesSummary, dayReach, dumbbellRows, shiftText } from './dates.ts';
import { DatesChart } from './dates-chart.tsx';
import { PlainTable } from './plain-table.tsx';
import { SideKey } from './side-key.tsx';

function dayText(day: Day | null): string {
  return day === null ? 'none' : formatDay(day, 'medium');
}

/** The releases that stand elsewhere in the branch: drawn, then in words. */
export function DatesView({ comparison }: { comparison: BranchComparison }) {
  const { branch, releases } = comparison;
  const reach = dayReach(releases);
  const here = useBranch();
  if (reach === null) {
    return (
      <EmptyState icon={<EventAvailableOutlined />} title="Every release stands on the same day">
        Go to the branch and move a release: here it is drawn from its day in the plan to its day in the branch.
      </EmptyState>
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Panel title="Where releases stand" actions={<SideKey branch={branch.name} />}>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{datesSummary(releases)}</Typography>
        <Box tabIndex={0} role="region" aria-label="Drawing of the days" sx={{ maxHeight: 520, overflow: 'auto' }}>
          <DatesChart rows={dumbbellRows(releases)} {...reach} />
        </Box>
      </Panel>
      <Panel title="The same in words" flush>
        <PlainTable<ComparedRelease>
          label="Releases that stand elsewhere in the branch"
          rows={releases}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Release',
              render: ({ id, name, plan, branch: there }) =>
                // A release that is not where the page is has no page.
                (here === branch.id ? there : plan) === null ? (
                  name
                ) : (
                  <RouterLink to="/releases/$id" params={{ id }}>
                    {name}
                  </RouterLink>
                ),
            },
            { header: 'Train', render: ({ trainName }) => trainName },
            { header: 'Plan', render: ({ plan }) => dayText(plan) },
            { header: 'Branch', render: ({ branch: there }) => dayText(there) },
            { header: 'Difference', render: shiftText },
          ]}
        />
      </Panel>
    </Box>
  );
}
