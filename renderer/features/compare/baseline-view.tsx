import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import Box from '@mui/material/Box';
import type { BaselineComparison, ComparedScope } from '../../../shared/contract/adherence.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageBody } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { SideNames } from './dates.ts';
import { DatesView } from './dates-view.tsx';
import { PlainTable } from './plain-table.tsx';

function Titles({ titles }: { titles: readonly string[] }) {
  if (titles.length === 0) return '–';
  return (
    <Box component="ul" sx={{ m: 0, pl: 4 }}>
      {titles.map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may have one title
        <li key={`${title} ${index}`}>{title}</li>
      ))}
    </Box>
  );
}

/** The plan, or the branch that is shown, beside a baseline: dates and scope. */
export function BaselineView({ comparison, now }: { comparison: BaselineComparison; now: string }) {
  const { baseline, scope } = comparison;
  const sides: SideNames = { one: `baseline “${baseline.name}”`, other: now };
  return (
    <PageBody tabIndex={0} role="region" aria-label="Comparison">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Notice tone="info">
          A baseline holds decisions: dates and scope. Conflicts, capacity, risk and P85 need the tickets, velocities
          and absences of that day, which are not kept: for those, compare with a branch.
        </Notice>
        <DatesView
          releases={comparison.releases}
          sides={sides}
          hasPage={({ other }) => other !== null}
          empty={
            <EmptyState icon={<EventAvailableOutlined />} title="Every release stands as in this baseline">
              When a release is moved, cancelled, added or removed, it is drawn here from its day in the baseline to its
              day now.
            </EmptyState>
          }
        />
        {scope.length > 0 && (
          <Panel title="What is aboard" flush>
            <PlainTable<ComparedScope>
              label="Scope since the baseline"
              rows={scope}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Release', render: ({ trainName, name }) => releaseTitle(trainName, name) },
                { header: 'Came aboard since', render: ({ boarded }) => <Titles titles={boarded} /> },
                { header: 'Left since', render: ({ left }) => <Titles titles={left} /> },
              ]}
            />
          </Panel>
        )}
      </Box>
    </PageBody>
  );
}
