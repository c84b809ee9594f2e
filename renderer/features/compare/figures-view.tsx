import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type {
  Branch,
  ComparedOutlook,
  ConflictComparison,
  FigureComparison,
  Outlook,
} from '../../../shared/contract/branches.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import { Severity } from '../../../shared/model/severity.ts';
import { answerOf } from '../../lib/answer.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SeverityChip } from '../../ui/severity-chip.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { BarsChart } from './bars-chart.tsx';
import { ConflictList } from './conflict-list.tsx';
import {
  changedFirst,
  conflictTile,
  countDifference,
  departureOf,
  figureTiles,
  fits,
  fitText,
  forecastDifference,
  percentText,
  pointsText,
} from './figures.ts';
import { PlainTable } from './plain-table.tsx';
import { conflictsQuery, figuresQuery } from './queries.ts';
import { SideKey } from './side-key.tsx';
import { Tiles } from './tiles.tsx';

/** Pairs beyond this many stand in the table alone. */
const DRAWN = 20;

/** Says that something is being computed, where its result will stand. */
function Computing({ words }: { words: string }) {
  return (
    <Box role="status" sx={{ p: 4 }}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{words}</Typography>
      <LinearProgress aria-label={words} />
    </Box>
  );
}

function Conflicts({ found }: { found: ConflictComparison }) {
  const rows = [...Severity.options, 'waived' as const];
  return (
    <Panel title="Conflicts">
      <PlainTable
        label="Conflicts by severity"
        rows={rows}
        rowKey={(kind) => kind}
        columns={[
          {
            header: 'Severity',
            render: (kind) => (kind === 'waived' ? 'Waived' : <SeverityChip severity={kind} />),
          },
          { header: 'Plan', number: true, render: (kind) => found.plan[kind] },
          { header: 'Branch', number: true, render: (kind) => found.branch[kind] },
          { header: 'Difference', render: (kind) => countDifference(found.plan[kind], found.branch[kind]) },
        ]}
      />
      {found.added.length + found.removed.length === 0 && (
        <Typography sx={{ color: 'text.secondary', mt: 3 }}>Plan and branch have the same conflicts.</Typography>
      )}
      <ConflictList title="Only in the branch" conflicts={found.added} />
      <ConflictList title="Only in the plan: the branch resolves them" conflicts={found.removed} />
      {found.leftOut > 0 && (
        <Typography sx={{ color: 'text.secondary', mt: 2 }}>
          {formatCount(found.leftOut, 'more conflict')} of these lists are left out here.
        </Typography>
      )}
    </Panel>
  );
}

function OutlookCell({ outlook }: { outlook: Outlook | null }) {
  if (outlook === null) return 'not there';
  const inTime = fits(outlook);
  const look = inTime === true ? FITS : LATE;
  return (
    <>
      {outlook.p85 !== null && outlook.ahead > 0 && <Box>{formatDay(outlook.p85, 'medium')}</Box>}
      <StatusText look={look} text={fitText(outlook)} />
      {outlook.typed !== null && outlook.ahead > 0 && (
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>Typed by hand: {outlook.typed}</Box>
      )}
    </>
  );
}

const FITS = { label: 'Fits', tone: 'success', icon: 'check' } as const;
const LATE = { label: 'Too late', tone: 'warning', icon: 'alert' } as const;

function Outlooks({ figures }: { figures: FigureComparison }) {
  const { outlooks, leftOut, runs, seed } = figures;
  const byDay = outlooks.toSorted((one, other) => (departureOf(one) < departureOf(other) ? -1 : 1));
  const rows = changedFirst(
    byDay,
    ({ plan, branch }) => plan?.p85 !== branch?.p85 || plan?.departs !== branch?.departs,
  );
  return (
    <Panel title="When teams are done (P85)" flush>
      {rows.length === 0 ? (
        <EmptyState small title="No team works for a coming release">
          Name the teams of a train on its page: then what is aboard its releases is forecast from what they finished.
        </EmptyState>
      ) : (
        <PlainTable<ComparedOutlook>
          label="Forecasts of teams"
          rows={rows}
          rowKey={({ teamId, releaseId }) => `${teamId} ${releaseId}`}
          columns={[
            {
              header: 'Release',
              render: ({ name, teamName, trainName }) => (
                <>
                  {releaseTitle(trainName, name)}
                  <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{teamName}</Box>
                </>
              ),
            },
            {
              header: 'Items ahead',
              number: true,
              render: ({ plan, branch }) =>
                plan?.ahead === branch?.ahead
                  ? (plan?.ahead ?? 0)
                  : `${plan?.ahead ?? 'none'} → ${branch?.ahead ?? 'none'}`,
            },
            { header: 'Plan', render: ({ plan }) => <OutlookCell outlook={plan} /> },
            { header: 'Branch', render: ({ branch }) => <OutlookCell outlook={branch} /> },
            { header: 'Forecast moves', render: forecastDifference },
          ]}
        />
      )}
      <Typography sx={{ color: 'text.secondary', fontSize: 12, px: 4, py: 2 }}>
        By this day 85 of 100 runs had finished what is aboard, after everything aboard the team’s earlier releases.
        Both sides: {runs.toLocaleString('en')} runs from seed {seed}, the last 26 weeks of the team.
        {leftOut > 0 && ` ${formatCount(leftOut, 'later release')} are left out.`}
      </Typography>
    </Panel>
  );
}

function Environments({ figures, branch }: { figures: FigureComparison; branch: Branch }) {
  const { environments, from, to } = figures;
  const rows = changedFirst(environments, ({ use }) => use.plan !== use.branch);
  return (
    <Panel title="Environments in use" actions={<SideKey branch={branch.name} />}>
      {rows.length === 0 ? (
        <EmptyState small title="No environments yet">
          Add environments and bookings: how much of each is booked stands here for the plan and for the branch.
        </EmptyState>
      ) : (
        <>
          <BarsChart
            label="Use of environments in the plan and in the branch; the table below has it in words"
            rows={rows
              .slice(0, DRAWN)
              .map(({ id, name, use }) => ({ key: id, name, share: use, words: pointsText(use) }))}
          />
          <PlainTable
            label="Use of environments"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Environment', render: ({ name }) => name },
              { header: 'Plan', number: true, render: ({ use }) => percentText(use.plan) },
              { header: 'Branch', number: true, render: ({ use }) => percentText(use.branch) },
              { header: 'Difference', render: ({ use }) => pointsText(use) },
            ]}
          />
          <Typography sx={{ color: 'text.secondary', fontSize: 12, mt: 2 }}>
            Booked share of what there is, {formatDay(from, 'medium')} to {formatDay(to, 'medium')}.
          </Typography>
        </>
      )}
    </Panel>
  );
}

function Risks({ figures, branch }: { figures: FigureComparison; branch: Branch }) {
  const { risks, failurePerItem } = figures;
  const rows = changedFirst(risks, ({ risk }) => risk.plan !== risk.branch);
  return (
    <Panel title="Risk of each release" actions={<SideKey branch={branch.name} />}>
      {rows.length === 0 ? (
        <EmptyState small title="Nothing is aboard a coming release">
          The more items one train carries, the likelier it fails; with items aboard, that stands here for both sides.
        </EmptyState>
      ) : (
        <>
          <BarsChart
            label="Risk of releases in the plan and in the branch; the table below has it in words"
            rows={rows.slice(0, DRAWN).map(({ releaseId, name, trainName, risk }) => ({
              key: releaseId,
              name: releaseTitle(trainName, name),
              share: risk,
              words: pointsText(risk),
            }))}
          />
          <PlainTable
            label="Risk of releases"
            rows={rows}
            rowKey={({ releaseId }) => releaseId}
            columns={[
              { header: 'Release', render: ({ trainName, name }) => releaseTitle(trainName, name) },
              { header: 'Plan', number: true, render: ({ risk }) => percentText(risk.plan) },
              { header: 'Branch', number: true, render: ({ risk }) => percentText(risk.branch) },
              { header: 'Difference', render: ({ risk }) => pointsText(risk) },
            ]}
          />
          <Typography sx={{ color: 'text.secondary', fontSize: 12, mt: 2 }}>
            How likely the release fails if each item alone fails with {percentText(failurePerItem)}: an assumption, the
            same on both sides.
          </Typography>
        </>
      )}
    </Panel>
  );
}

/** The same figures of the plan and of the branch, each with its difference in words. */
export function FiguresView({ branch }: { branch: Branch }) {
  const conflicts = answerOf(useQuery(conflictsQuery(branch.id)));
  const figures = answerOf(useQuery(figuresQuery(branch.id)));
  const tiles = [
    ...('data' in conflicts ? [conflictTile(conflicts.data)] : []),
    ...('data' in figures ? figureTiles(figures.data) : []),
  ];
  const pending = conflicts.kind === 'loading' || figures.kind === 'loading';
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {pending ? <BlockSkeleton height={108} /> : tiles.length > 0 && <Tiles tiles={tiles} branch={branch.name} />}
      <AnswerView answer={conflicts} loading={<Computing words="Looking for the conflicts of both…" />}>
        {(found) => <Conflicts found={found} />}
      </AnswerView>
      <AnswerView
        answer={figures}
        loading={<Computing words="Forecasting both from the same seed; this may take some seconds…" />}
      >
        {(found) => (
          <>
            <Outlooks figures={found} />
            <Environments figures={found} branch={branch} />
            <Risks figures={found} branch={branch} />
          </>
        )}
      </AnswerView>
    </Box>
  );
}
