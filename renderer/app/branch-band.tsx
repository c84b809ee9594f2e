import ForkRightRounded from '@mui/icons-material/ForkRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../lib/client.ts';
import { useBranch, useGoToBranch } from '../lib/use-branch.ts';
import { RouterButton } from '../ui/router-link.tsx';

const Band = styled('section')(({ theme }) => {
  const { soft, text, mark } = theme.look.tones.accent;
  return {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 40,
    padding: '4px 12px 4px 21px',
    background: soft,
    color: text,
    borderLeft: `3px solid ${mark}`,
    borderBottom: `2px solid ${mark}`,
    flexShrink: 0,
    '& .MuiSvgIcon-root': { fontSize: 18, flexShrink: 0 },
    '& .MuiButton-root': { color: text, minWidth: 0, flexShrink: 0 },
    '& .MuiButton-root:hover': { background: theme.look.surface },
  };
});

/** Over every page while it is in a branch: which one, that the plan stays as it is, and the ways out. */
export function BranchBand() {
  const id = useBranch();
  const goTo = useGoToBranch();
  const { data } = useQuery(orpc.branches.list.queryOptions({ input: {} }));
  if (id === null) return null;
  const name = data?.find((branch) => branch.id === id)?.name;
  return (
    <Band aria-label="What-if branch">
      <ForkRightRounded aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        You are in branch <strong title={name}>{name === undefined ? '…' : `“${name}”`}</strong>: the plan stays as it
        is.
      </Box>
      <RouterButton to="/compare" search={{ branch: id }} variant="text">
        Compare
      </RouterButton>
      <RouterButton to="/compare" search={{ branch: id, view: 'merge' }} variant="text">
        Merge…
      </RouterButton>
      <Button variant="text" onClick={() => void goTo(null)}>
        Back to the plan
      </Button>
    </Band>
  );
}
