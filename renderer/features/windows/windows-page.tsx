import AddRounded from '@mui/icons-material/AddRounded';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { answerOf } from '../../lib/answer.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { ViewToggle } from '../../ui/view-toggle.tsx';
import { AllowedView } from './allowed/allowed-view.tsx';
import { CalendarMenu } from './exchange/calendar-menu.tsx';
import { ExportDialog } from './exchange/export-dialog.tsx';
import { ImportDialog } from './exchange/import-dialog.tsx';
import { RuleDialog } from './form/rule-dialog.tsx';
import { IntegrationView } from './integration/integration-view.tsx';
import { rulesQuery } from './queries.ts';
import { RulesView } from './rules-view.tsx';
import type { WindowsSearch } from './search.ts';
import { useMade } from './use-names.ts';
import { windowsViews } from './views.ts';

type Dialog = { readonly kind: 'none' | 'add' | 'import' | 'export' } | { readonly kind: 'edit'; readonly id: string };

const CLOSED: Dialog = { kind: 'none' };

/** When deploying is allowed, forbidden or has to wait: drawn, listed, changed; and asked about. */
export function WindowsPage({ search }: { search: WindowsSearch }) {
  const navigate = useNavigate({ from: '/windows' });
  const readOnly = useReadOnly();
  const made = useMade();
  const list = answerOf(useQuery(rulesQuery()));
  const { rules, overrides } = 'data' in list ? list.data : { rules: [], overrides: [] };
  const [dialog, setDialog] = useState<Dialog>(CLOSED);
  const edited = dialog.kind === 'edit' ? rules.find(({ id }) => id === dialog.id) : undefined;
  const view = search.view ?? 'rules';
  const set = (changes: Partial<WindowsSearch>) => void navigate({ search: (kept) => ({ ...kept, ...changes }) });
  // A form that is open keeps what was typed into it.
  const show = (kind: 'add' | 'import' | 'export') => setDialog((open) => (open.kind === 'none' ? { kind } : open));
  const close = () => setDialog(CLOSED);

  useActions([
    {
      name: 'windows.add',
      label: 'New window or freeze',
      group: 'Edit',
      keys: 'n f',
      words: 'maintenance add create rule',
      enabled: !readOnly,
      run: () => show('add'),
    },
    {
      name: 'windows.import',
      label: 'Import a calendar',
      group: 'Edit',
      words: 'ics ical icalendar file freeze window',
      enabled: !readOnly,
      run: () => show('import'),
    },
    {
      name: 'windows.export',
      label: 'Export a calendar',
      group: 'Edit',
      words: 'ics ical icalendar file save',
      run: () => show('export'),
    },
  ]);

  const newButton = (
    <Button variant="contained" startIcon={<AddRounded />} disabled={readOnly} onClick={() => show('add')}>
      New window or freeze
    </Button>
  );

  return (
    <Page>
      <PageHeader
        title="Windows and freezes"
        description="When deploying is allowed, is forbidden, or has to wait."
        actions={
          <>
            <ViewToggle
              of="windows"
              group="View"
              views={windowsViews}
              view={view}
              onChange={(next) => set({ view: next === 'rules' ? undefined : next })}
            />
            <CalendarMenu readOnly={readOnly} onImport={() => show('import')} onExport={() => show('export')} />
            {newButton}
          </>
        }
      />
      <PageBody fill>
        <AnswerTrouble answer={list} />
        <AnswerTrouble answer={made.catalogue} />
        <AnswerTrouble answer={made.environments} />
        {view === 'allowed' && (
          <AllowedView made={made} release={search.release} onRelease={(id) => set({ release: id ?? undefined })} />
        )}
        {view === 'integration' && (
          <IntegrationView made={made} asked={search.integration} onAsk={(integration) => set({ integration })} />
        )}
        {view === 'rules' && (
          <RulesView
            search={search}
            rules={rules}
            overrides={overrides}
            loading={list.kind === 'loading'}
            made={made}
            onEdit={({ id }) => setDialog({ kind: 'edit', id })}
            empty={
              list.kind === 'here' && (
                <EmptyState icon={<EventBusyOutlined />} title="Deploying is allowed at any time" actions={newButton}>
                  Say when it is not: a freeze forbids it, a window allows it only then, maintenance makes it wait.
                  Every release and booking is then checked against them, and you can ask for the first legal minute.
                </EmptyState>
              )
            }
          />
        )}
      </PageBody>
      {(dialog.kind === 'add' || edited !== undefined) && (
        <RuleDialog
          rule={edited ?? null}
          rules={rules}
          made={made}
          onClose={close}
          onDone={(id) => {
            close();
            set({ rule: id, view: undefined });
          }}
        />
      )}
      {dialog.kind === 'import' && <ImportDialog made={made} onClose={close} />}
      {dialog.kind === 'export' && <ExportDialog onClose={close} />}
    </Page>
  );
}
