import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toLocal } from '../../../../shared/domain/calendar/zoned-time.ts';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { dayIn } from '../../../lib/format.ts';
import { useSheetFacts } from '../../../lib/sheet-facts.ts';
import { useDebounced } from '../../../lib/use-debounced.ts';
import { useNow } from '../../../lib/use-now.ts';
import { spanText } from '../../../ui/conflict-words.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { Made } from '../use-names.ts';
import { type ReleaseChoice, useOpenReleases } from '../use-open-releases.ts';
import { FirstLegalPanel, VerdictPanel } from './answers.tsx';
import { deployingOf, lengthOf, newQuestion, type QuestionDraft, readQuestion } from './question.ts';
import { QuestionForm } from './question-form.tsx';
import { SlotsPanel } from './slots-panel.tsx';

/** What is asked about, in words: the answer names the services and places themselves. */
function askedWords(chosen: ReleaseChoice | undefined, by: QuestionDraft['by']): string {
  if (chosen !== undefined) return `Is ${releaseTitle(chosen.train, chosen.release.name)} allowed?`;
  return by === 'release' ? 'No release is chosen' : `Are these ${by === 'services' ? 'services' : 'places'} allowed?`;
}

export interface AllowedViewProps {
  readonly made: Made;
  /** The release that the address asks about. */
  readonly release: string | undefined;
  readonly onRelease: (id: ReleaseId | null) => void;
}

/** Asks whether something may be deployed at some time, when first, and when best. */
export function AllowedView({ made, release: asked, onRelease }: AllowedViewProps) {
  const zone = useOwnZone();
  const now = useNow();
  const { releases, failure } = useOpenReleases();
  const wanted = asked === undefined ? null : (asked as ReleaseId); // the core says so where it is none
  const [typed, setTyped] = useState<Partial<Omit<QuestionDraft, 'release'>>>({});
  const [begun] = useState(now);
  const named = releases.find(({ release }) => release.id === wanted)?.release;
  const deploying = named === undefined ? null : deployingOf(named);
  // A release that the address names says when and how long, until somebody types something else.
  const fresh = newQuestion(begun, zone, wanted);
  const own = deploying === null ? {} : { start: toLocal(deploying.startAt, zone), ...lengthOf(deploying.minutes) };
  const draft: QuestionDraft = { ...fresh, ...own, ...typed };
  const read = readQuestion(draft, zone);
  const settled = useDebounced(draft, 250);
  const { question } = readQuestion(settled, zone);
  const chosen =
    releases.find(({ release }) => draft.by === 'release' && release.id === draft.release)?.release ?? null;

  const what = askedWords(
    releases.find(({ release }) => release === chosen),
    draft.by,
  );
  const when = question === null ? null : spanText(question.span, zone);
  useSheetFacts({ about: [what, ...(when === null ? [] : [when])], filters: [], legend: null });

  function change(changes: Partial<QuestionDraft>): void {
    const { release: picked, ...others } = changes;
    if (picked === undefined) return setTyped((kept) => ({ ...kept, ...others }));
    // Another release says by itself when and for how long.
    setTyped(({ start: _start, length: _length, unit: _unit, ...kept }) => ({ ...kept, ...others }));
    onRelease(picked);
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 6 }}>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: '292px minmax(0, 1fr)', gap: 4, alignItems: 'start', minWidth: 0 }}
      >
        <Box sx={{ position: 'sticky', top: 0 }}>
          <Panel title="The deployment">
            <QuestionForm
              draft={draft}
              read={read}
              made={made}
              releases={releases}
              releasesFailure={failure}
              onChange={change}
            />
          </Panel>
        </Box>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
          {question === null ? (
            <Panel title="Is it allowed?">
              <Typography sx={{ color: 'text.secondary' }}>
                {Object.values(read.problems)[0] ?? 'The answer shows here.'} Then you see whether it is allowed, from
                when on it is, and which times suit best.
              </Typography>
            </Panel>
          ) : (
            <>
              <VerdictPanel question={question} names={made.names} />
              <FirstLegalPanel question={question} names={made.names} />
              <SlotsPanel
                key={chosen?.id ?? draft.by}
                to={question.to}
                minutes={question.minutes}
                from={dayIn(question.span.start, zone)}
                release={chosen}
              />
            </>
          )}
        </Box>
      </Box>
    </Box>
  );
}
