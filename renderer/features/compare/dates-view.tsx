import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { ComparedRelease } from '../../../shared/model/compared-release.ts';
import type { ComparedRule } from '../../../shared/model/compared-rule.ts';
import { capital } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { datesSummary, dayReach, dumbbellRows, type SideNames, shiftText, standingText } from './dates.ts';
import { DatesChart } from './dates-chart.tsx';
import { PlainTable } from './plain-table.tsx';
import { ruleChangeText, timesText } from './rules.ts';
import { SideKey } from './side-key.tsx';

export interface DatesViewProps {
  readonly releases: readonly ComparedRelease[];
  readonly rules?: readonly ComparedRule[];
  readonly sides: SideNames;
  /** Whether a release is where the page is: others have no page to lead to. */
  readonly hasPage: (release: ComparedRelease) => boolean;
  readonly empty: ReactNode;
}

function Releases({ releases, sides, hasPage }: Omit<DatesViewProps, 'rules' | 'empty'>) {
  const reach = dayReach(releases);
  if (reach === null) return null;
  return (
    <>
      <Panel title="Where releases stand" actions={<SideKey plan={capital(sides.one)} branch={capital(sides.other)} />}>
        <Typography sx={{ color: 'text.secondary', mb: 2 }}>{datesSummary(releases, sides)}</Typography>
        <Box tabIndex={0} role="region" aria-label="Drawing of the days" sx={{ maxHeight: 520, overflow: 'auto' }}>
          <DatesChart rows={dumbbellRows(releases)} sides={sides} {...reach} />
        </Box>
      </Panel>
      <Panel title="The same in words" flush>
        <PlainTable<ComparedRelease>
          label={`Releases that stand elsewhere in ${sides.other}`}
          rows={releases}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Release',
              render: (release) => {
                const title = releaseTitle(release.trainName, release.name);
                if (!hasPage(release)) return title;
                return (
                  <RouterLink to="/releases/$id" params={{ id: release.id }}>
                    {title}
                  </RouterLink>
                );
              },
            },
            { header: capital(sides.one), render: ({ one }) => standingText(one) },
            { header: capital(sides.other), render: ({ other }) => standingText(other) },
            { header: 'Difference', render: (release) => shiftText(release, sides) },
          ]}
        />
      </Panel>
    </>
  );
}

function Rules({ rules, sides }: { rules: readonly ComparedRule[]; sides: SideNames }) {
  return (
    <Panel title="Windows, freezes and maintenance" flush>
      <PlainTable<ComparedRule>
        label={`Windows, freezes and maintenance that hold at other times in ${sides.other}`}
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Name',
            render: ({ name, one, other }) => (
              <>
                {name}
                <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{capital((other ?? one)?.kind ?? '')}</Box>
              </>
            ),
          },
          { header: capital(sides.one), render: ({ one }) => timesText(one) },
          { header: capital(sides.other), render: ({ other }) => timesText(other) },
          { header: 'Difference', render: (rule) => ruleChangeText(rule, sides) },
        ]}
      />
    </Panel>
  );
}

/** What stands at other times on the other side: releases, drawn and in words; then windows, freezes and maintenance. */
export function DatesView({ releases, rules = [], sides, hasPage, empty }: DatesViewProps) {
  if (releases.length + rules.length === 0) return empty;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Releases releases={releases} sides={sides} hasPage={hasPage} />
      {rules.length > 0 && <Rules rules={rules} sides={sides} />}
    </Box>
  );
}
