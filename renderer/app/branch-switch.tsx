import AddRounded from '@mui/icons-material/AddRounded';
import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import CheckRounded from '@mui/icons-material/CheckRounded';
import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import ForkRightRounded from '@mui/icons-material/ForkRightRounded';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { actionRegistry } from '../lib/actions.ts';
import { answerOf, listOf } from '../lib/answer.ts';
import { branchPlace, orpc } from '../lib/client.ts';
import { formatCount } from '../lib/format.ts';
import { useBranch, useGoToBranch } from '../lib/use-branch.ts';
import { useReadOnly } from '../lib/use-read-only.ts';

/** How many changes of place the focus has followed. */
let followed = branchPlace.moves();

/** Which place the page is in, and the ways to the others: the plan and each what-if branch. */
export function BranchSwitch() {
  const branch = useBranch();
  const goTo = useGoToBranch();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const answer = answerOf(useQuery(orpc.branches.list.queryOptions({ input: {} })));
  const branches = listOf(answer);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = anchor !== null;
  const here = branches.find(({ id }) => id === branch);

  // The page is drawn anew in another place: who came there by keyboard stands where they may go back.
  useEffect(() => {
    if (followed === branchPlace.moves()) return;
    followed = branchPlace.moves();
    button.current?.focus();
  }, []);

  function choose(act: () => void): void {
    setAnchor(null);
    act();
  }

  return (
    <>
      <Button
        ref={button}
        variant="text"
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={branch === null ? 'What-if: the plan is shown' : `What-if: branch “${here?.name ?? ''}” is shown`}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<ForkRightRounded />}
        endIcon={<ArrowDropDownRounded />}
        sx={({ look }) => ({
          minWidth: 0,
          maxWidth: 200,
          flexShrink: 0,
          px: 2,
          ...(branch === null
            ? { color: 'text.secondary' }
            : { color: look.tones.accent.text, background: look.tones.accent.soft }),
          '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
        })}
      >
        <span className="name">{branch === null ? 'The plan' : (here?.name ?? 'Branch')}</span>
      </Button>
      <Menu open={open} anchorEl={anchor} onClose={() => setAnchor(null)} slotProps={{ list: { dense: true } }}>
        <MenuItem selected={branch === null} onClick={() => choose(() => void goTo(null))}>
          <ListItemIcon>{branch === null && <CheckRounded fontSize="small" />}</ListItemIcon>
          <ListItemText>The plan</ListItemText>
        </MenuItem>
        {branches.map(({ id, name, decisions }) => (
          <MenuItem key={id} selected={branch === id} onClick={() => choose(() => void goTo(id))}>
            <ListItemIcon>{branch === id && <CheckRounded fontSize="small" />}</ListItemIcon>
            <ListItemText
              primary={name}
              secondary={decisions === 0 ? 'nothing changed yet' : formatCount(decisions, 'decision')}
              slotProps={{ primary: { noWrap: true, sx: { maxWidth: 320 } } }}
            />
          </MenuItem>
        ))}
        {answer.kind === 'failed' && <MenuItem disabled>The branches could not be read</MenuItem>}
        <Divider />
        {branches.length > 0 && (
          <MenuItem
            onClick={() => choose(() => void navigate({ to: '/compare', search: branch === null ? {} : { branch } }))}
          >
            <ListItemIcon>
              <CompareArrowsRounded fontSize="small" />
            </ListItemIcon>
            <ListItemText>Compare with the plan</ListItemText>
          </MenuItem>
        )}
        <MenuItem disabled={readOnly} onClick={() => choose(() => actionRegistry.run('branch.new'))}>
          <ListItemIcon>
            <AddRounded fontSize="small" />
          </ListItemIcon>
          <ListItemText secondary={readOnly ? 'This workspace is open read-only' : undefined}>New branch…</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
}
