import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useActions } from '../lib/actions.ts';
import { answerOf, listOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useBranch, useGoToBranch } from '../lib/use-branch.ts';
import { useReadOnly } from '../lib/use-read-only.ts';
import { showOverlay } from './overlays.ts';

/** The actions of what-if branches, which work on every page. */
export function BranchActions() {
  const branch = useBranch();
  const goTo = useGoToBranch();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const branches = listOf(answerOf(useQuery(orpc.branches.list.queryOptions({ input: {} }))));

  useActions([
    {
      name: 'branch.new',
      label: 'New what-if branch',
      group: 'What-if',
      keys: 'n b',
      words: 'fork try scenario copy',
      enabled: !readOnly,
      run: () => showOverlay('new-branch'),
    },
    {
      name: 'branch.leave',
      label: 'Back to the plan',
      group: 'What-if',
      keys: 'w p',
      words: 'leave branch',
      enabled: branch !== null,
      run: () => void goTo(null),
    },
    {
      name: 'branch.compare',
      label: 'Compare this branch with the plan',
      group: 'What-if',
      keys: 'w c',
      enabled: branch !== null,
      run: () => branch !== null && void navigate({ to: '/compare', search: { branch } }),
    },
    {
      name: 'branch.merge',
      label: 'Merge this branch into the plan',
      group: 'What-if',
      keys: 'w m',
      enabled: branch !== null,
      run: () => branch !== null && void navigate({ to: '/compare', search: { branch, view: 'merge' } }),
    },
    ...branches.map(({ id, name }) => ({
      name: `branch.go.${id}`,
      label: `Work in branch “${name}”`,
      group: 'What-if' as const,
      words: 'switch what-if',
      enabled: id !== branch,
      run: () => void goTo(id),
    })),
  ]);
  return null;
}
