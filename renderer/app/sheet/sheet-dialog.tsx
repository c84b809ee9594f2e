import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import GlobalStyles from '@mui/material/GlobalStyles';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { toFailure, type UiFailure } from '../../lib/failures.ts';
import { formatInstant, zoneName } from '../../lib/format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useShownFacts } from '../../lib/sheet-facts.ts';
import { useBranch } from '../../lib/use-branch.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTablesToSave } from '../../lib/use-table-actions.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { PAGE_TITLE_ID } from '../../ui/page.tsx';
import { POSED } from '../../ui/posed.ts';
import { showOverlay, useOverlay } from '../overlays.ts';
import { MOST_HEIGHT, posePage } from './pose-page.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import { Sheet, type SheetPicture } from './sheet.tsx';

interface Taken {
  readonly title: string;
  readonly picture: SheetPicture;
  /** What did not fit into the picture, in words. */
  readonly unseen: string | null;
}

/** What a page that stands for its picture does without. */
const tools = (
  <GlobalStyles
    styles={{
      [`main[${POSED}] :is(.MuiButton-root, .MuiIconButton-root, .MuiToggleButtonGroup-root)`]: {
        display: 'none !important',
      },
      // Lists that scroll by themselves are drawn as far as a page is.
      [`main[${POSED}] *`]: { maxHeight: `${MOST_HEIGHT}px !important`, scrollbarColor: 'transparent transparent' },
    }}
  />
);

async function takePage(): Promise<Taken> {
  const main = document.querySelector('main');
  if (main === null) throw new Error('there is no page to take a picture of');
  const { addressOf, takePicture } = await import('./take-picture.ts');
  const title = document.getElementById(PAGE_TITLE_ID)?.textContent ?? 'Signalbox';
  const pose = await posePage(main);
  try {
    const { svg, width, height } = await takePicture(main);
    return { title, picture: { address: addressOf(svg), width, height }, unseen: pose.unseen };
  } finally {
    pose.end();
  }
}

/** The picture of the page that is shown, taken once. */
function useTaken(): { readonly taken: Taken | null; readonly failure: UiFailure | null } {
  const [taken, setTaken] = useState<Taken | null>(null);
  const [failure, setFailure] = useState<UiFailure | null>(null);
  useEffect(() => {
    let isWanted = true;
    takePage().then(
      (page) => isWanted && setTaken(page),
      (error: unknown) => isWanted && setFailure(toFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return { taken, failure };
}

/** Of which workspace and branch the picture is, and as of when. */
function useOrigin(now: Instant): string {
  const zone = useOwnZone();
  const branch = useBranch();
  const { data: workspace } = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  const { data: branches } = useQuery(orpc.branches.list.queryOptions({ input: {} }));
  const name = branches?.find(({ id }) => id === branch)?.name ?? '';
  return [
    workspace?.name,
    branch === null ? 'the plan' : `what-if branch “${name}”`,
    `as of ${formatInstant(now, zone)} ${zoneName(zone, now)}`,
    'Signalbox',
  ]
    .filter(Boolean)
    .join(' · ');
}

function SheetChoice({ onClose }: { onClose: () => void }) {
  const { taken, failure } = useTaken();
  const shown = useShownFacts();
  const zone = useOwnZone();
  const [now] = useState(useNow());
  const origin = useOrigin(now);
  const [printing, setPrinting] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const tables = useTablesToSave();

  const save = useMutation({
    mutationFn: async (kind: 'png' | 'svg') => {
      const element = sheet.current;
      if (element === null || taken === null) return;
      const { pngOf, takePicture } = await import('./take-picture.ts');
      const name = `${taken.title} ${formatInstant(now, zone).replaceAll(':', '.')}.${kind}`;
      const whole = await takePicture(element);
      if (kind === 'png') saveFile({ name, type: 'image/png', content: await pngOf(whole) });
      else saveFile({ name, type: 'image/svg+xml', content: whole.svg });
    },
  });
  const trouble = failure ?? (save.error === null ? null : toFailure(save.error));

  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby="sheet-title">
      {tools}
      <DialogTitle id="sheet-title">Print or save this view</DialogTitle>
      <DialogContent>
        {trouble !== null && <FailureView failure={trouble} />}
        {taken === null && failure === null && <LinearProgress aria-label="Taking the picture" />}
        {taken !== null && (
          <Box
            sx={{ overflow: 'auto', maxHeight: '60vh', border: 1, borderColor: 'divider', borderRadius: 1 }}
            tabIndex={0}
          >
            <Sheet ref={sheet} {...taken} origin={origin} facts={shown} />
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Box role="status" sx={{ flex: 1, color: 'text.secondary', px: 2 }}>
          {save.isSuccess
            ? `Saved as ${save.variables.toUpperCase()}.`
            : 'The whole of what this page shows, with its filters and the date. Print has “Save as PDF”.'}
        </Box>
        <Button variant="outlined" onClick={onClose}>
          Close
        </Button>
        {tables.map(({ name, label, run }) => (
          <Button key={name} variant="outlined" onClick={run}>
            {label}
          </Button>
        ))}
        <Button variant="outlined" disabled={taken === null || save.isPending} onClick={() => save.mutate('svg')}>
          Save as SVG
        </Button>
        <Button variant="outlined" disabled={taken === null || save.isPending} onClick={() => save.mutate('png')}>
          Save as PNG
        </Button>
        <Button variant="contained" autoFocus disabled={taken === null} onClick={() => setPrinting(true)}>
          Print
        </Button>
      </DialogActions>
      {printing && taken !== null && (
        <PrintedSheet onDone={() => setPrinting(false)}>
          <Sheet {...taken} origin={origin} facts={shown} />
        </PrintedSheet>
      )}
    </Dialog>
  );
}

/** Prints what is on the screen, or keeps it as a picture. */
export function SheetDialog() {
  const open = useOverlay() === 'sheet';
  return open ? <SheetChoice onClose={() => showOverlay('none')} /> : null;
}
