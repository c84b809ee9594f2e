import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { useId, useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { formatCount } from '../../lib/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { partWords } from './place-cell.tsx';
import type { Candidate, PlaceView } from './roster-view.ts';

/** With so many people a field helps to find one. */
const SEARCH_FROM = 9;

export interface PlaceDialogProps {
  readonly place: PlaceView;
  readonly release: string;
  readonly candidates: readonly Candidate[];
  /** It was chosen here: it can go back to what was proposed. */
  readonly isEdited: boolean;
  readonly onChoose: (id: PersonId | null) => void;
  readonly onForget: () => void;
  readonly onTakeAway: () => void;
  readonly onClose: () => void;
}

/** Offers everybody for a place: who fits first, the others with what speaks against them. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { place, release, candidates, isEdited, onChoose, onForget, onTakeAway, onClose } = props;
  const id = useId();
  const [text, setText] = useState('');
  const shown = candidates.filter(({ person }) => person.name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{`Who is the ${partWords[place.part]} of ${release}?`}</DialogTitle>
      <DialogContent sx={{ px: 3 }}>
        {candidates.length >= SEARCH_FROM && (
          <Box sx={{ px: 2, pb: 2 }}>
            <SearchField label="Find somebody" value={text} onChange={setText} width="100%" />
          </Box>
        )}
        <Box component="ul" aria-label="People" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map(({ person, parts, hindrances }) => (
            <li key={person.id}>
              <ListItemButton
                selected={person.id === place.person?.id}
                autoFocus={person.id === place.person?.id}
                aria-current={person.id === place.person?.id}
                onClick={() => onChoose(person.id)}
                sx={{ borderRadius: 1, px: 2, py: 1 }}
              >
                <ListItemText
                  primary={
                    <Box component="span" sx={{ display: 'flex', gap: 2 }}>
                      <Box component="span" sx={{ flex: 1, fontWeight: 540 }}>
                        {person.name}
                      </Box>
                      <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                        {parts === 0 ? 'no other part' : formatCount(parts, 'other part')}
                      </Box>
                    </Box>
                  }
                  secondary={
                    hindrances.length === 0 ? (
                      'Fits.'
                    ) : (
                      <Box component="span" sx={{ color: ({ look }) => look.tones.warning.text }}>
                        {hindrances.map((hindrance) => hindrance.text).join(' ')}
                      </Box>
                    )
                  }
                />
              </ListItemButton>
            </li>
          ))}
          {shown.length === 0 && (
            <Box component="li" sx={{ px: 2, color: 'text.secondary' }}>
              Nobody is called that.
            </Box>
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        {isEdited && <Button onClick={onForget}>As proposed</Button>}
        {place.state === 'settled' && (
          <Button color="error" onClick={onTakeAway}>
            Take the part away
          </Button>
        )}
        {place.state !== 'settled' && place.person !== null && (
          <Button onClick={() => onChoose(null)}>Leave it open</Button>
        )}
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </Dialog>
  );
}
