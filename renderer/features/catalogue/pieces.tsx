import Box from '@mui/material/Box';
import Button, { type ButtonProps } from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { LinkedProject, Train } from '../../../shared/model/train.ts';
import { RouterLink } from '../../ui/router-link.tsx';

/** A quiet text of a table cell. */
export const Quiet = styled('span')(({ theme: { look } }) => ({ color: look.textSoft }));

export const Strong = styled('span')({ fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' });

const Plain = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

/** Things that open where they are pressed, under each other. */
export function Openers<Id extends string>({
  things,
  onOpen,
}: {
  things: readonly { readonly id: Id; readonly name: string; readonly beside?: string | undefined }[];
  onOpen: (id: Id) => void;
}) {
  if (things.length === 0) return 'None';
  return (
    <Plain>
      {things.map(({ id, name, beside }) => (
        <li key={id}>
          <LinkButton onClick={() => onOpen(id)}>{name}</LinkButton>
          {beside !== undefined && <Quiet> {beside}</Quiet>}
        </li>
      ))}
    </Plain>
  );
}

/** A button that looks like a link. */
function LinkButton(props: ButtonProps) {
  return (
    <Button
      variant="text"
      {...props}
      sx={{ p: 0, minWidth: 0, minHeight: 24, height: 'auto', textAlign: 'left', fontWeight: 480 }}
    />
  );
}

/** A train, in a line that is high enough to be hit. */
export function TrainLink({ train: { id, name } }: { train: Train }) {
  return (
    <Box sx={{ minHeight: 24 }}>
      <RouterLink to="/trains/$id" params={{ id }}>
        {name}
      </RouterLink>
    </Box>
  );
}

/** The keys of linked projects in a line; `none` where there are none. */
export function projectsText(projects: readonly LinkedProject[], none: string): string {
  return projects.length === 0 ? none : projects.map(({ key }) => key).join(', ');
}
