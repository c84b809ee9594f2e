import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { ConflictKind } from '../../../shared/model/conflict.ts';
import { radius, space, type } from '../../ui/tokens.ts';
import type { KindCount } from './view-model.ts';

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: `${space.md}px ${space.xl}px`,
  display: 'grid',
  // Few kinds share the width, so that no name is cut while there is room.
  gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))',
  gap: `2px ${space.xl}px`,
  maxHeight: 172,
  overflow: 'auto',
  background: theme.look.surface,
  borderBottom: `1px solid ${theme.look.line}`,
  flexShrink: 0,
}));

const Row = styled(ButtonBase)(({ theme }) => ({
  width: '100%',
  display: 'grid',
  gridTemplateColumns: 'minmax(220px, 1fr) minmax(40px, 96px) 28px',
  alignItems: 'center',
  gap: space.sm,
  minHeight: 28,
  padding: '0 6px',
  borderRadius: radius.small,
  textAlign: 'left',
  fontFamily: 'inherit',
  fontSize: type.body.size,
  '&:hover': { background: theme.look.hover },
  '&[aria-pressed="true"]': { background: theme.look.selected, fontWeight: 600 },
  '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > .count': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
}));

/** The part that counts is filled, the waived part hatched. */
const Track = styled('span')(({ theme }) => ({
  display: 'flex',
  height: 10,
  '& > .open': { background: theme.look.tones.danger.mark, borderRadius: 2 },
  '& > .waived': {
    border: `1px solid ${theme.look.edge}`,
    borderRadius: 2,
    background: `repeating-linear-gradient(135deg, ${theme.look.edge} 0 1px, transparent 1px 4px)`,
  },
}));

function countText({ label, open, waived }: KindCount): string {
  return `${label}: ${open} open${waived === 0 ? '' : `, ${waived} waived`}`;
}

/** How many conflicts there are of each kind; a press narrows the table to one. */
export function KindBars(props: {
  readonly kinds: readonly KindCount[];
  readonly chosen: ConflictKind | undefined;
  readonly onChoose: (kind: ConflictKind | undefined) => void;
}) {
  const { kinds, chosen, onChoose } = props;
  const most = Math.max(1, ...kinds.map(({ open, waived }) => open + waived));
  return (
    <List aria-label="Conflicts by kind">
      {kinds.map((one) => (
        <li key={one.kind}>
          <Row
            aria-pressed={one.kind === chosen}
            title={countText(one)}
            onClick={() => onChoose(one.kind === chosen ? undefined : one.kind)}
          >
            <span className="name">{one.label}</span>
            <Track aria-hidden>
              <span className="open" style={{ width: `${(one.open / most) * 100}%` }} />
              <span
                className="waived"
                style={one.waived === 0 ? { display: 'none' } : { width: `${(one.waived / most) * 100}%` }}
              />
            </Track>
            <span className="count">{one.open + one.waived}</span>
          </Row>
        </li>
      ))}
    </List>
  );
}
