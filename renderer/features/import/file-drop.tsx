import UploadFileRounded from '@mui/icons-material/UploadFileRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type DragEvent, type RefObject, useState } from 'react';
import { radius } from '../../ui/tokens.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';

export interface FileDropProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
}

/** A field that takes a file by choosing or dropping it, wherever the page has room for it. */
export function FileDrop({ input, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  }

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 2,
        p: 8,
        border: 1,
        borderStyle: 'dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: `${radius.card}px`,
        color: 'text.secondary',
        background: (theme) => theme.look.surface,
      }}
    >
      <UploadFileRounded aria-hidden sx={{ fontSize: 28, color: 'text.disabled' }} />
      <Box sx={{ maxWidth: 560 }}>
        Drop a file here, or choose one. A table as CSV or Excel, of releases, teams, people, services, environments,
        bookings, or windows and freezes; or the schedule file of OpenStack, Kubernetes, Node.js, Python or Firefox. You
        see what it would change before anything is written.
      </Box>
      <Button variant="contained" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </Box>
  );
}

/** The browser's own way to choose a file, out of sight; it forgets its choice, so that the same file can be chosen again. */
export function FileInput({ input, onFile }: FileDropProps) {
  return (
    <input
      ref={input}
      type="file"
      aria-label="File to import"
      tabIndex={-1}
      accept=".csv,.tsv,.txt,.xlsx,.yaml,.yml,.toml,.json,.md,.rst"
      style={visuallyHidden}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
