import SearchRounded from '@mui/icons-material/SearchRounded';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { KeyHint } from '../ui/key-hint.tsx';
import { radius } from '../ui/tokens.ts';
import { visuallyHidden } from '../ui/visually-hidden.ts';
import { showOverlay, useOverlay } from './overlays.ts';
import { type PaletteResult, usePaletteResults } from './use-palette-results.ts';

const Option = styled('div', { shouldForwardProp: (name) => name !== 'active' })<{ active: boolean }>(
  ({ theme, active }) => ({
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    minHeight: 34,
    padding: '0 12px',
    borderRadius: radius.control,
    cursor: 'pointer',
    background: active ? theme.look.selected : 'transparent',
    '& > .label': { flex: '0 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > .detail': {
      flex: '1 1 0',
      minWidth: 60,
      color: theme.look.textSoft,
      fontSize: 12,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
);

function Results({ results, at, listId, onPick }: ResultsProps) {
  const activeRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise here, which is no clean-up.
    void activeRef.current?.scrollIntoView({ block: 'nearest' });
  }, [at, results]);
  return (
    <Box role="listbox" id={listId} aria-label="Results" sx={{ maxHeight: '52vh', overflow: 'auto', p: 1.5 }}>
      {results.map((result, index) => {
        const startsSection = results[index - 1]?.section !== result.section;
        return (
          <Box key={result.id} role="presentation">
            {startsSection && (
              <Typography
                variant="overline"
                component="div"
                role="presentation"
                sx={{ color: 'text.secondary', px: 3, pt: 2 }}
              >
                {result.section}
              </Typography>
            )}
            <Option
              ref={index === at ? activeRef : undefined}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              active={index === at}
              onClick={() => onPick(result)}
            >
              <span className="label" title={result.label}>
                {result.label}
              </span>
              <span className="detail">{result.detail}</span>
              {result.keys !== null && <KeyHint keys={result.keys} />}
            </Option>
          </Box>
        );
      })}
    </Box>
  );
}

interface ResultsProps {
  readonly results: readonly PaletteResult[];
  readonly at: number;
  readonly listId: string;
  readonly onPick: (result: PaletteResult) => void;
}

function PaletteBody() {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const { results, busy, unread, settled } = usePaletteResults(query);
  /** Enter was pressed before the results of what was typed were there: it is done when they are. */
  const [asked, setAsked] = useState(false);
  const active = Math.min(at, Math.max(results.length - 1, 0));

  function pick(result: PaletteResult | undefined): void {
    if (result === undefined) return;
    showOverlay('none');
    // After the dialog gave the focus back, so that what opens next may take it.
    window.setTimeout(result.run, 0);
  }

  const pickActive = useEffectEvent(() => pick(results[active]));
  useEffect(() => {
    if (!asked || !settled) return;
    setAsked(false);
    pickActive();
  }, [asked, settled]);

  function onKeyDown(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(results.length - 1, active + move)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (settled) pick(results[active]);
      else setAsked(true);
    }
  }

  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2.5,
          px: 4,
          height: 48,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <SearchRounded aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
        <InputBase
          autoFocus
          fullWidth
          value={query}
          placeholder="Search trains, releases, work items, or type a command"
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
            setAsked(false);
          }}
          onKeyDown={onKeyDown}
          sx={{ fontSize: 14, '& input': { outline: 'none' } }}
          inputProps={{
            role: 'combobox',
            'aria-label': 'Search or run a command',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': results.length > 0 ? `${listId}-${active}` : undefined,
          }}
        />
        <KeyHint keys="escape" />
      </Box>
      <Box sx={{ height: 2, mt: '-2px' }}>{busy && <LinearProgress aria-label="Searching" sx={{ height: 2 }} />}</Box>
      {unread.length > 0 && (
        <Typography role="alert" variant="body2" sx={{ px: 4, pt: 2, color: 'error.main' }}>
          The {unread.join(' and the ')} could not be searched just now.
        </Typography>
      )}
      {results.length === 0 ? (
        <Typography role="status" sx={{ p: 6, textAlign: 'center', color: 'text.secondary' }}>
          {busy ? 'Searching…' : `Nothing fits “${query.trim()}”.`}
        </Typography>
      ) : (
        <Results results={results} at={active} listId={listId} onPick={pick} />
      )}
    </>
  );
}

/** One field for everything: actions, trains, releases and work items. */
export function CommandPalette() {
  const open = useOverlay() === 'palette';
  return (
    <Dialog
      open={open}
      onClose={() => showOverlay('none')}
      aria-labelledby="palette-title"
      maxWidth={false}
      slotProps={{ paper: { sx: { width: 620, maxWidth: 'calc(100vw - 64px)', alignSelf: 'flex-start', mt: '8vh' } } }}
    >
      <h2 id="palette-title" style={visuallyHidden}>
        Search or run a command
      </h2>
      <PaletteBody />
    </Dialog>
  );
}
