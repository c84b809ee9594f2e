import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { FactId } from '../../../shared/model/ids.ts';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { radius } from '../../ui/tokens.ts';
import { togglePick } from './view-model.ts';

/** A work item that can be picked. */
export interface Pickable {
  readonly id: FactId;
  readonly key: string;
  readonly title: string;
  /** Behind the title: its status, or the rule that names it. */
  readonly note: string;
  /** On this release already: shown, and not to be picked. */
  readonly aboard: boolean;
  readonly simulated?: boolean | undefined;
}

const ROW = 32;

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
  gridTemplateColumns: '32px minmax(90px, 128px) minmax(0, 2fr) minmax(0, 1fr)',
  columnGap: 8,
  alignItems: 'center',
  padding: '0 12px 0 4px',
  borderBottom: `1px solid ${theme.look.line}`,
  '&:hover': { background: theme.look.hover },
  '& > span:not(.MuiCheckbox-root)': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}));

export interface PickListProps {
  readonly items: readonly Pickable[];
  readonly picked: ReadonlySet<FactId>;
  readonly loading: boolean;
  readonly hint: string;
  readonly empty: string;
  readonly onChange: (picked: ReadonlySet<FactId>) => void;
}

/** A long list to tick items of. */
export function PickList({ items, picked, loading, hint, empty, onChange }: PickListProps) {
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
                <Box
                  component="span"
                  sx={{ color: 'text.secondary', display: 'inline-flex', gap: 2, alignItems: 'center' }}
                  title={item.note}
                >
                  {item.simulated === true && <SimulatedChip short />}
                  {item.aboard ? 'Aboard already' : item.note}
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
