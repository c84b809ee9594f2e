import { ThemeProvider } from '@mui/material/styles';
import { createRoot } from 'react-dom/client';
import { buildModel, type TimelineLane } from '../../../renderer/features/calendar/timeline/model.ts';
import { type TimelineHandle, TimelineView } from '../../../renderer/features/calendar/timeline/timeline-view.tsx';
import { fitRange } from '../../../renderer/features/calendar/timeline/viewport.ts';
import { createSignalboxTheme } from '../../../renderer/ui/theme.ts';
import type { Zone } from '../../../shared/model/time.ts';
import type { Subject } from './page.tsx';

const zone = 'Europe/Berlin' as Zone; // a literal that every runtime knows

/** Mounts Signalbox's timeline; resolves once it takes commands. */
export function mountSubject(
  element: HTMLElement,
  lanes: readonly TimelineLane[],
  initial: { readonly from: number; readonly to: number },
): Promise<Subject> {
  return new Promise((resolve) => {
    const model = buildModel(lanes, initial.from);
    function take(handle: TimelineHandle | null): void {
      if (handle === null) return;
      resolve({ show: (from, to) => handle.setView(fitRange(handle.view().width, from, to)) });
    }
    createRoot(element).render(
      <ThemeProvider theme={createSignalboxTheme('light', 'comfortable')}>
        <TimelineView
          handle={take}
          model={model}
          now={initial.from + 40 * 86_400_000}
          axisZone={zone}
          displayZone={null}
          editable
          initial={initial}
          renderName={(lane) => lane.lane.name}
          previewOf={() => new Map()}
          refusalOf={() => null}
          remarkOf={() => null}
          onOpen={() => {}}
          onDrop={() => {}}
          onSettle={() => {}}
        />
      </ThemeProvider>,
    );
  });
}
