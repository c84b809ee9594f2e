import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { statusText, type TicketState } from '../../../shared/domain/work-items/ending.ts';
import type { FactId } from '../../../shared/model/ids.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { useAge } from '../../lib/display-zone.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { StatusText } from '../../ui/status-chip.tsx';
import { ticketLook } from '../../ui/status-looks.ts';
import { radius } from '../../ui/tokens.ts';
import { togglePick } from './view-model.ts';

/** A work item that can be picked. */
export interface Pickable extends TicketState {
  readonly id: FactId;
  readonly key: string;
  readonly title: string;
  readonly assignee: string | null;
  readonly updatedAt: Instant;
  /** Last: the rule that names it. */
  readonly note?: string | undefined;
  /** On this release already: shown, and not to be picked. */
  readonly aboard: boolean;
  readonly simulated?: boolean | undefined;
}

const ROW = 32;

const COLUMNS = '32px minmax(84px, 116px) minmax(0, 1fr) 132px 112px 104px minmax(0, 132px)';

const Frame = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  border: `1px solid ${theme.look.line}`,
  borderRadius: radius.control,
}));

const Row = styled('label')(({ theme }) => ({
  position: 'absolute',
  left: 0,
  right: 0,
  height: ROW,
  display: 'grid',
  gridTemplateColumns: COLUMNS,
  columnGap: 8,
  alignItems: 'center',
  padding: '0 12px 0 4px',
  borderBottom: `1px solid ${theme.look.line}`,
  '&:hover': { background: theme.look.hover },
  '& > span:not(.MuiCheckbox-root)': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}));

const Head = styled('div')(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: ROW,
  display: 'grid',
  gridTemplateColumns: COLUMNS,
  columnGap: 8,
  alignItems: 'center',
  padding: '0 12px 0 4px',
  background: theme.look.surface,
  boxShadow: `inset 0 -1px 0 ${theme.look.line}`,
  color: theme.look.textSoft,
  fontSize: 12,
  fontWeight: 540,
}));

export interface PickListProps {
  readonly items: readonly Pickable[];
  readonly picked: ReadonlySet<FactId>;
  readonly loading: boolean;
  readonly hint: string;
  readonly empty: string;
  readonly onChange: (picked: ReadonlySet<FactId>) => void;
}

/** The box above the list: ticked when all are, and ticking or unticking them all. */
function ListHead({ items, picked, onChange }: Pick<PickListProps, 'items' | 'picked' | 'onChange'>) {
  const free = items.filter(({ aboard }) => !aboard);
  const ticked = free.filter(({ id }) => picked.has(id)).length;
  const all = free.length > 0 && ticked === free.length;
  return (
    <Head>
      <Checkbox
        checked={all}
        indeterminate={ticked > 0 && !all}
        disabled={free.length === 0}
        slotProps={{ input: { 'aria-label': 'Select all' } }}
        onChange={() => onChange(new Set(all ? [] : free.map(({ id }) => id)))}
      />
      <span>Key</span>
      <span>Title</span>
      <span>Status</span>
      <span>Assignee</span>
      <span>Changed</span>
      <span>{items.some(({ note }) => note !== undefined) ? 'Named by' : ''}</span>
    </Head>
  );
}

/** A long list to tick items of: what is ticked is what is meant. */
export function PickList({ items, picked, loading, hint, empty, onChange }: PickListProps) {
  const age = useAge();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  return (
    <>
      <Frame ref={scroller} role="group" aria-label="Work items">
        {loading && <RowSkeletons rows={8} height={ROW} />}
        {items.length > 0 && <ListHead items={items} picked={picked} onChange={onChange} />}
        {!loading && items.length === 0 && <Typography sx={{ p: 4, color: 'text.secondary' }}>{empty}</Typography>}
        <Box sx={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              <Row key={item.id} style={{ transform: `translateY(${start}px)` }}>
                <Checkbox
                  checked={item.aboard || picked.has(item.id)}
                  disabled={item.aboard}
                  onChange={() => onChange(togglePick(picked, item.id))}
                />
                <Box component="span" sx={{ fontWeight: 540 }}>
                  {item.key}
                </Box>
                <span title={item.title}>{item.title}</span>
                <StatusText look={ticketLook(item)} text={statusText(item)} />
                <Box component="span" title={item.assignee ?? undefined} sx={{ color: 'text.secondary' }}>
                  {item.assignee ?? 'Nobody'}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {age(item.updatedAt)}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary' }} title={item.note}>
                  {item.simulated === true && <SimulatedChip short />} {item.aboard ? 'Aboard already' : item.note}
                </Box>
              </Row>
            );
          })}
        </Box>
      </Frame>
      {hint !== '' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {items.length > 0 ? hint : ''}
        </Typography>
      )}
    </>
  );
}
