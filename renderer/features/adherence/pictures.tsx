import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AdherenceReport } from '../../../shared/contract/adherence.ts';
import { formatCount } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChurnList } from './churn-list.tsx';
import { RateChart } from './rate-chart.tsx';
import { SlipChart } from './slip-chart.tsx';
import { SpreadChart } from './spread-chart.tsx';
import { unitWords } from './terms.ts';
import { slipWords } from './view-model.ts';

export interface PicturesProps {
  readonly report: AdherenceReport;
  /** The baseline in words. */
  readonly against: string;
  /** What stands open, as the address names it. */
  readonly open: string | undefined;
  readonly onOpen: (open: string) => void;
}

function Against({ against }: { against: string }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
      Against {against}.
    </Typography>
  );
}

function spreadWords({ summary, unit }: AdherenceReport['distribution']): string {
  if (summary === null) return '';
  const mean = Math.round(summary.mean * 10) / 10;
  return `Half of the releases ${slipWords(summary.p50, unit)} or sooner, 85 % ${slipWords(summary.p85, unit)} or sooner; the mean slip is ${String(mean).replace('-', '−')}, the worst ${slipWords(summary.most, unit)}.`;
}

/** The report drawn: slips in time, rates by quarter, the spread of slips, and scope after the cut-off. */
export function Pictures({ report, against, open, onOpen }: PicturesProps) {
  const { adherence, distribution, slips, rates, churn } = report;
  const { terms } = adherence;
  const measured = adherence.byQuarter.filter((group) => group.measured.length > 0);
  const nameOf = (prefix: string) => (open?.startsWith(prefix) ? open.slice(prefix.length) : undefined);
  const openSlip = nameOf('slip:');
  const limits = slips.limits;
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Panel title="Slip of each release" beside={<Typography variant="body2">in order of departure</Typography>}>
          <Against against={against} />
          <SlipChart
            chart={slips}
            unit={terms.unit}
            openKey={nameOf('release:')}
            onOpen={(key) => onOpen(`release:${key}`)}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            {limits === null
              ? 'Two releases or more give limits.'
              : `Between the dashed limits lies what chance explains (mean ± 2.66 mean moving ranges)${limits.provisional ? '; fewer than fifteen releases, so they will still move' : ''}. Diamonds are more than chance.`}
          </Typography>
        </Panel>
      </Box>
      <Panel title="On time by quarter">
        <Against against={against} />
        <RateChart
          quarters={measured}
          withWithin={terms.withinDays > 0}
          openQuarter={nameOf('quarter:')}
          onOpen={(quarter) => onOpen(`quarter:${quarter}`)}
        />
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {terms.withinDays > 0
            ? `Full colour: on the very day. Pale: within ${unitWords(terms.unit, terms.withinDays)} of it.`
            : 'On the very day.'}
          {rates.unmeasured.length > 0 && ` Nothing could be measured in ${rates.unmeasured.join(', ')}.`}
        </Typography>
      </Panel>
      <Panel title="Spread of slips">
        <Against against={against} />
        <SpreadChart
          distribution={distribution}
          openDays={openSlip === undefined ? undefined : Number(openSlip)}
          onOpen={(days) => onOpen(`slip:${days}`)}
        />
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {spreadWords(distribution)}
        </Typography>
      </Panel>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Panel
          title="Scope after the cut-off"
          beside={<Typography variant="body2">{formatCount(churn.length, 'release')} with a cut-off</Typography>}
        >
          <ChurnList churn={churn} releases={adherence.releases} onOpen={(key) => onOpen(`release:${key}`)} />
        </Panel>
      </Box>
    </Box>
  );
}
