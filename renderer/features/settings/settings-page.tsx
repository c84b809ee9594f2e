import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../lib/answer.ts';
import { settingsQuery, useSaveSettings } from '../../lib/use-settings.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { AboutPanel } from './about-panel.tsx';
import { AppearancePanel } from './appearance-panel.tsx';
import { workspaceQuery } from './queries.ts';
import { TimesPanel } from './times-panel.tsx';
import { WorkspacePanel } from './workspace-panel.tsx';

/** What this machine remembers, and the open workspace. */
export function SettingsPage() {
  const settings = answerOf(useQuery(settingsQuery()));
  const save = useSaveSettings();
  const workspace = answerOf(useQuery(workspaceQuery()));
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
            <AnswerView answer={settings} loading={<BlockSkeleton height={260} />}>
              {(known) => (
                <>
                  <AppearancePanel settings={known} onSave={save} />
                  <TimesPanel settings={known} onSave={save} />
                </>
              )}
            </AnswerView>
            <AboutPanel />
          </Box>
          <Box>
            <AnswerView answer={workspace} loading={<BlockSkeleton height={320} />}>
              {(info) => <WorkspacePanel info={info} />}
            </AnswerView>
          </Box>
        </Box>
      </PageBody>
    </Page>
  );
}
