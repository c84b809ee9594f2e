import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { WaivableConflict } from '../../shared/model/conflict.ts';
import { useOwnZone } from '../lib/display-zone.tsx';
import { formatInstant, zoneName } from '../lib/format.ts';
import { conflictLabel, severityLooks, waivedLook } from './conflict-looks.ts';
import { sidesText } from './conflict-words.ts';
import { SeverityGlyph } from './severity-chip.tsx';
import { StatusText } from './status-chip.tsx';
import { space, type } from './tokens.ts';

const Row = styled(ButtonBase)(({ theme }) => ({
  width: '100%',
  display: 'flex',
  justifyContent: 'flex-start',
  alignItems: 'flex-start',
  gap: space.sm,
  padding: `${space.sm}px ${space.lg}px`,
  fontFamily: 'inherit',
  fontSize: type.body.size,
  lineHeight: `${type.body.line}px`,
  textAlign: 'left',
  '&:hover': { background: theme.look.hover },
  '&[aria-pressed="true"]': { background: theme.look.selected },
  '& .soft': { color: theme.look.textSoft, fontSize: type.small.size },
  '& .glyph': { display: 'flex', paddingTop: 4 },
}));

/** A few conflicts, each with what clashes, when, and by which rule; a press opens one. */
export function ConflictList(props: {
  readonly label: string;
  readonly entries: readonly WaivableConflict[];
  readonly selected?: string | undefined;
  readonly onOpen: (key: string) => void;
}) {
  const { label, entries, selected, onOpen } = props;
  const zone = useOwnZone();
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, py: 1 }}>
      {entries.map(({ conflict, waiver }) => (
        <li key={conflict.key}>
          <Row aria-pressed={selected === conflict.key} onClick={() => onOpen(conflict.key)}>
            <span className="glyph">
              <SeverityGlyph severity={conflict.severity} label={severityLooks[conflict.severity].label} />
            </span>
            <Box component="span" sx={{ minWidth: 0, flex: 1, display: 'block', overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ fontWeight: 600, display: 'block' }}>
                {sidesText(conflict)}
              </Box>
              <Box component="span" className="soft" sx={{ display: 'block' }}>
                {conflictLabel(conflict.kind)}, {formatInstant(conflict.at.start, zone, 'short')}{' '}
                {zoneName(zone, conflict.at.start)}. {conflict.rule}
              </Box>
            </Box>
            {waiver !== null && <StatusText look={waivedLook} />}
          </Row>
        </li>
      ))}
    </Box>
  );
}
