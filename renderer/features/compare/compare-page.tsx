import AddRounded from '@mui/icons-material/AddRounded';
import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Branch, BranchComparison } from '../../../shared/contract/branches.ts';
import { countItems } from '../../../shared/domain/branches/count-items.ts';
import type { Baseline } from '../../../shared/model/baseline.ts';
import type { BaselineId, BranchId } from '../../../shared/model/ids.ts';
import { actionRegistry, useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useAge, useOwnZone } from '../../lib/display-zone.tsx';
import { formatInstant } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useBranch, useGoToBranch } from '../../lib/use-branch.ts';
import { useBranchChanges } from '../../lib/use-changes.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble, AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectInput } from '../../ui/form-field.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { BaselineView } from './baseline-view.tsx';
import { DiscardDialog, RenameDialog } from './branch-dialogs.tsx';
import { branchSides } from './dates.ts';
import { DatesView } from './dates-view.tsx';
import { FiguresView } from './figures-view.tsx';
import type { Choices } from './merge.ts';
import { MergeView } from './merge-view.tsx';
import { baselineQuery, baselinesQuery, branchesQuery, comparisonQuery } from './queries.ts';
import type { CompareView } from './search.ts';

const NONE: Choices = new Map();

interface ViewsProps {
  readonly comparison: BranchComparison;
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  readonly onDiscard: () => void;
}

function Views({ comparison, view, onView, onDiscard }: ViewsProps) {
  const [choices, setChoices] = useState<Choices>(NONE);
  const { branch, releases, rules } = comparison;
  const here = useBranch();

  useActions([
    { name: 'compare.dates', label: 'Compare dates', group: 'What-if', keys: 'v d', run: () => onView('dates') },
    { name: 'compare.figures', label: 'Compare figures', group: 'What-if', keys: 'v f', run: () => onView('figures') },
    { name: 'compare.review', label: 'Review the merge', group: 'What-if', keys: 'v m', run: () => onView('merge') },
  ]);

  return (
    <>
      <Box sx={{ px: 4, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        <Tabs value={view} onChange={(_, next: CompareView) => onView(next)} aria-label="Plan and branch">
          <Tab value="dates" label={`Dates ${releases.length + rules.length}`} />
          <Tab value="figures" label="Figures" />
          <Tab value="merge" label="Merge" />
        </Tabs>
      </Box>
      <PageBody key={view} tabIndex={0} role="region" aria-label="Comparison">
        {view === 'dates' && (
          <DatesView
            releases={releases}
            rules={rules}
            sides={branchSides}
            hasPage={(release) => (here === branch.id ? release.other : release.one) !== null}
            empty={
              <EmptyState icon={<EventAvailableOutlined />} title="Every date stands as in the plan">
                Go to the branch and move or cancel a release: here it is drawn from its day in the plan to its day in
                the branch. Windows and freezes that hold at other times are listed too.
              </EmptyState>
            }
          />
        )}
        {view === 'figures' && <FiguresView branch={branch} />}
        {view === 'merge' && (
          <MergeView comparison={comparison} choices={choices} onChoices={setChoices} onDiscard={onDiscard} />
        )}
      </PageBody>
    </>
  );
}

function NoBranch({ readOnly }: { readOnly: boolean }) {
  return (
    <PageBody>
      <EmptyState
        icon={<CompareArrowsRounded />}
        title="Try it before you decide it"
        actions={
          <Button
            variant="contained"
            startIcon={<AddRounded />}
            disabled={readOnly}
            onClick={() => actionRegistry.run('branch.new')}
          >
            New branch
          </Button>
        }
      >
        A what-if branch is a copy of the plan in which you may change anything. Here it stands beside the plan: dates,
        conflicts, capacity, risk. Merge what is better, or discard it; until then the plan stays as it is.
        {readOnly && ' This workspace is open read-only, so no branch can be made.'}
      </EmptyState>
    </PageBody>
  );
}

type Dialog = 'none' | 'rename' | 'discard';

/** Chooses what stands beside the plan. */
function BesideChoice({
  branches,
  baselines,
  shown,
  onShow,
}: {
  readonly branches: readonly Branch[];
  readonly baselines: readonly Baseline[];
  readonly shown: BranchId | BaselineId;
  readonly onShow: (id: string) => void;
}) {
  return (
    <Box sx={{ width: 220 }}>
      <SelectInput<string>
        label="What to compare with"
        hideLabel
        value={shown}
        choices={[
          ...branches.map(({ id, name }) => ({ value: id, label: name })),
          ...baselines.map(({ id, name }) => ({ value: id, label: `Baseline: ${name}` })),
        ]}
        onChange={onShow}
      />
    </Box>
  );
}

function BranchActions({ shown, onDialog }: { shown: Branch; onDialog: (dialog: Dialog) => void }) {
  const readOnly = useReadOnly();
  const here = useBranch();
  const goTo = useGoToBranch();
  return (
    <>
      {here !== shown.id && (
        <Button variant="outlined" onClick={() => void goTo(shown.id)}>
          Go to the branch
        </Button>
      )}
      <Button variant="outlined" disabled={readOnly} onClick={() => onDialog('rename')}>
        Rename…
      </Button>
      <Button variant="outlined" color="error" disabled={readOnly} onClick={() => onDialog('discard')}>
        Discard…
      </Button>
    </>
  );
}

function BaselineBody({ id }: { id: BaselineId }) {
  const here = useBranch();
  const answer = answerOf(useQuery(baselineQuery(id)));
  return (
    <AnswerView
      answer={answer}
      padding={4}
      loading={
        <Box sx={{ p: 6 }}>
          <BlockSkeleton height={300} />
        </Box>
      }
    >
      {(found) => <BaselineView comparison={found} now={here === null ? 'the plan now' : 'this branch now'} />}
    </AnswerView>
  );
}

export interface ComparePageProps {
  readonly wanted: BranchId | undefined;
  readonly baseline: BaselineId | undefined;
  readonly view: CompareView;
}

/** A what-if branch beside the plan: dates, figures, and the merge; or a baseline: dates and scope. */
export function ComparePage({ wanted, baseline, view }: ComparePageProps) {
  const navigate = useNavigate({ from: '/compare' });
  const age = useAge();
  const zone = useOwnZone();
  const here = useBranch();
  const readOnly = useReadOnly();
  const list = answerOf(useQuery(branchesQuery()));
  const baselines = listOf(answerOf(useQuery(baselinesQuery())));
  const [dialog, setDialog] = useState<Dialog>('none');
  const branches = listOf(list);
  const named = baselines.find(({ id }) => id === baseline);
  const id = wanted ?? here;
  const shown = baseline === undefined ? (branches.find((branch) => branch.id === id) ?? branches[0]) : undefined;
  const shownId = shown?.id ?? null;
  useBranchChanges(shownId === here ? null : shownId);
  const against =
    named === undefined ? undefined : `Baseline “${named.name}” beside ${here === null ? 'the plan' : 'this branch'}`;
  const beside = shown === undefined ? against : `Branch “${shown.name}” beside the plan`;
  useSheetFacts({ about: beside === undefined ? [] : [beside], filters: [], legend: null });
  const comparison = answerOf(useQuery({ ...comparisonQuery(shownId ?? ('' as BranchId)), enabled: shownId !== null }));
  const choice = shownId ?? baseline;

  function description(): string {
    if (named !== undefined) return `Baseline “${named.name}” of ${formatInstant(named.at, zone)}.`;
    if (shown === undefined) return 'What-if branches and baselines beside the plan.';
    const changed = 'data' in comparison ? comparison.data.items : [];
    const words = changed.length === 0 ? 'nothing to merge' : `${countItems(changed)} to merge`;
    return `Forked ${age(shown.forkedAt)}, ${words}.`;
  }

  function show(to: string): void {
    const branch = branches.find((one) => one.id === to)?.id;
    // What is chosen is one or the other.
    const search = branch === undefined ? { baseline: to as BaselineId } : { branch, view };
    void navigate({ search, replace: true });
  }

  return (
    <Page>
      <PageHeader
        title="Plan compare"
        description={description()}
        actions={
          <>
            {branches.length + baselines.length > 0 && (
              <BesideChoice
                branches={branches}
                baselines={baselines}
                shown={choice ?? ('' as BranchId)}
                onShow={show}
              />
            )}
            {shown !== undefined && <BranchActions shown={shown} onDialog={setDialog} />}
          </>
        }
      />
      <AnswerTrouble answer={list} />
      {baseline !== undefined && <BaselineBody id={baseline} />}
      {baseline === undefined && list.kind === 'empty' && <NoBranch readOnly={readOnly} />}
      {shown !== undefined && (
        <AnswerView
          answer={comparison}
          padding={4}
          loading={
            <Box sx={{ p: 6 }}>
              <BlockSkeleton height={300} />
            </Box>
          }
        >
          {(found) => (
            <Views
              key={found.branch.id}
              comparison={found}
              view={view}
              onView={(next) => void navigate({ search: { branch: shown.id, view: next }, replace: true })}
              onDiscard={() => setDialog('discard')}
            />
          )}
        </AnswerView>
      )}
      {shown !== undefined && dialog === 'rename' && <RenameDialog branch={shown} onClose={() => setDialog('none')} />}
      {shown !== undefined && dialog === 'discard' && (
        <DiscardDialog branch={shown} onClose={() => setDialog('none')} />
      )}
    </Page>
  );
}
