import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useActions } from '../../lib/actions.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { FileDrop, FileInput } from './file-drop.tsx';
import { OpenedView } from './opened-view.tsx';
import type { ImportSearch } from './search.ts';
import { type FileState, useOpenedFile } from './use-opened-file.ts';
import { fileWords } from './view-model.ts';

function describe(state: FileState): string {
  if (state.kind === 'none')
    return 'Plans that come in from a file, and the plan as a calendar that others subscribe to.';
  if (state.kind === 'reading') return `Reading ${state.name} …`;
  if (state.kind === 'failed') return state.name;
  return fileWords(state.file);
}

/** Plans that come in from files. */
export function ImportPage({ search }: { search: ImportSearch }) {
  const navigate = useNavigate({ from: '/import' });
  const input = useRef<HTMLInputElement>(null);
  const { state, open, close } = useOpenedFile();
  const take = (file: File) => void open(file);
  const choose = () => input.current?.click();

  useActions([
    {
      name: 'import.choose',
      label: 'Choose a file to import',
      group: 'Edit',
      keys: 'n i',
      words: 'csv excel xlsx yaml schedule table',
      run: choose,
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Import"
        description={describe(state)}
        actions={
          state.kind !== 'open' ? undefined : (
            <>
              <Button variant="outlined" onClick={close}>
                Close the file
              </Button>
              <Button variant="outlined" onClick={choose}>
                Choose another file
              </Button>
            </>
          )
        }
      />
      <FileInput input={input} onFile={take} />
      {state.kind === 'reading' && <LinearProgress aria-label={`Reading ${state.name}`} />}
      {state.kind === 'open' ? (
        <PageBody fill>
          <OpenedView
            key={state.number}
            file={state.file}
            show={search.show}
            onShow={(show) => void navigate({ search: show === undefined ? {} : { show }, replace: true })}
          />
        </PageBody>
      ) : (
        <PageBody>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 1040 }}>
            {state.kind === 'failed' && <FailureView failure={state.failure} />}
            <FileDrop input={input} onFile={take} />
            <FeedPanel />
          </Box>
        </PageBody>
      )}
    </Page>
  );
}
