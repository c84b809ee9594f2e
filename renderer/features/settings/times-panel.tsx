import { Zone } from '../../../shared/model/time.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { formatPlanned } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Panel } from '../../ui/panel.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import type { SettingsPanelProps } from './appearance-panel.tsx';

/** Which zone times are shown in, besides each plan's own. */
export function TimesPanel({ settings, onSave }: SettingsPanelProps) {
  const now = useNow();
  const { workspace } = useZones();
  return (
    <Panel title="Times">
      <ZonePicker
        label="Display zone"
        value={settings.displayZone ?? ''}
        none="Each plan’s own zone"
        onChange={(zone) => {
          const parsed = Zone.safeParse(zone);
          onSave({ displayZone: parsed.success ? parsed.data : null });
        }}
        hint={`Now, in this workspace: ${formatPlanned(now, workspace, settings.displayZone)}. Plans always keep their own zone; this one is shown beside it.`}
      />
    </Panel>
  );
}
