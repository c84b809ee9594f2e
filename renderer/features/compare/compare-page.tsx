import AddRounded from '@mui/icons-material/AddRounded';
import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Branch, BranchComparison } from '../../../shared/contract/branches.ts';
import type { BranchId } from '../../../shared/model/ids.ts';
import { actionRegistry, useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { formatAge, formatCount } from '../../lib/format.ts';
import { useBranch, useGoToBranch } from '../../lib/use-branch.ts';
import { useBranchChanges } from '../../lib/use-changes.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble, AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectInput } from '../../ui/form-field.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { DiscardDialog, RenameDialog } from './branch-dialogs.tsx';
import { DatesView } from './dates-view.tsx';
import { FiguresView } from './figures-view.tsx';
import type { Choices } from './merge.ts';
import { MergeView } from './merge-view.tsx';
import { branchesQuery, comparisonQuery } from './queries.ts';
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
  const { branch, items, releases } = comparison;

  useActions([
    { name: 'compare.dates', label: 'Compare dates', group: 'What-if', keys: 'v d', run: () => onView('dates') },
    { name: 'compare.figures', label: 'Compare figures', group: 'What-if', keys: 'v f', run: () => onView('figures') },
    { name: 'compare.review', label: 'Review the merge', group: 'What-if', keys: 'v m', run: () => onView('merge') },
  ]);

  return (
    <>
      <Box sx={{ px: 4, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        <Tabs value={view} onChange={(_, next: CompareView) => onView(next)} aria-label="Plan and branch">
          <Tab value="dates" label={`Dates ${releases.length}`} />
          <Tab value="figures" label="Figures" />
          <Tab value="merge" label={`Merge ${items.length}`} />
        </Tabs>
      </Box>
      <PageBody key={view} tabIndex={0} role="region" aria-label="Comparison">
        {view === 'dates' && <DatesView comparison={comparison} />}
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

function HeaderActions(props: {
  readonly branches: readonly Branch[];
  readonly shown: Branch;
  readonly onShow: (id: BranchId) => void;
  readonly onDialog: (dialog: Dialog) => void;
}) {
  const { branches, shown, onShow, onDialog } = props;
  const readOnly = useReadOnly();
  const here = useBranch();
  const goTo = useGoToBranch();
  return (
    <>
      <Box sx={{ width: 220 }}>
        <SelectInput
          label="Branch to compare"
          hideLabel
          value={shown.id}
          choices={branches.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onShow}
        />
      </Box>
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

/** A what-if branch beside the plan: dates, figures, and the merge. */
export function ComparePage({ wanted, view }: { wanted: BranchId | undefined; view: CompareView }) {
  const navigate = useNavigate({ from: '/compare' });
  const now = useNow();
  const here = useBranch();
  const readOnly = useReadOnly();
  const list = answerOf(useQuery(branchesQuery()));
  const [dialog, setDialog] = useState<Dialog>('none');
  const branches = listOf(list);
  const id = wanted ?? here;
  const shown = branches.find((branch) => branch.id === id) ?? branches[0];
  const shownId = shown?.id ?? null;
  useBranchChanges(shownId === here ? null : shownId);
  const comparison = answerOf(useQuery({ ...comparisonQuery(shownId ?? ('' as BranchId)), enabled: shownId !== null }));

  return (
    <Page>
      <PageHeader
        title="Plan compare"
        description={
          shown === undefined
            ? 'What-if branches beside the plan.'
            : `Forked ${formatAge(shown.forkedAt, now)}, ${formatCount(shown.decisions, 'decision')} since.`
        }
        actions={
          shown !== undefined && (
            <HeaderActions
              branches={branches}
              shown={shown}
              onShow={(next) => void navigate({ search: { branch: next, view }, replace: true })}
              onDialog={setDialog}
            />
          )
        }
      />
      <AnswerTrouble answer={list} />
      {list.kind === 'empty' && <NoBranch readOnly={readOnly} />}
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
