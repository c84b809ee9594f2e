import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useSaveSettings, useSettings } from '../../lib/use-settings.ts';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { AboutPanel } from './about-panel.tsx';
import { AppearancePanel } from './appearance-panel.tsx';
import { workspaceQuery } from './queries.ts';
import { TimesPanel } from './times-panel.tsx';
import { WorkspacePanel } from './workspace-panel.tsx';

/** What this machine remembers, and the open workspace. */
export function SettingsPage() {
  const settings = useSettings();
  const save = useSaveSettings();
  const workspace = useQuery(workspaceQuery());
  return (
    <Page>
      <PageHeader
        title="Settings"
        description="Appearance and times are kept on this machine; the workspace’s name and zone travel with it."
      />
      <PageBody>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
            gap: 4,
            maxWidth: 1120,
            alignItems: 'start',
          }}
        >
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
            {settings === undefined ? (
              <BlockSkeleton height={260} />
            ) : (
              <>
                <AppearancePanel settings={settings} onSave={save} />
                <TimesPanel settings={settings} onSave={save} />
              </>
            )}
            <AboutPanel />
          </Box>
          {workspace.data === undefined ? <BlockSkeleton height={320} /> : <WorkspacePanel info={workspace.data} />}
        </Box>
      </PageBody>
    </Page>
  );
}
