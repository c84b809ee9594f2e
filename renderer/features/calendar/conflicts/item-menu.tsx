import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, useState } from 'react';
import type { CalendarLane } from '../../../../shared/contract/calendar.ts';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';
import { type Deployed, deploymentsOf } from '../../../ui/first-legal.ts';
import { FirstLegalDialog } from '../../../ui/first-legal-dialog.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import type { TimelineItem } from '../timeline/model.ts';
import { conflictAt } from './targets.ts';
import type { PlanConflicts } from './use-plan-conflicts.ts';

/** The deployments that an item of the calendar stands for: its own, else those of its release. */
export function deploymentsAt(
  lanes: readonly CalendarLane[],
  item: Pick<TimelineItem, 'id' | 'releaseId'>,
): readonly Deployed[] {
  for (const { name: train, releases } of lanes) {
    const release = releases.find(({ id }) => id === item.releaseId);
    if (release === undefined) continue;
    const all = deploymentsOf({ ...release, name: releaseTitle(train, release.name) }, release.milestones);
    const own = all.filter(({ id }) => id === item.id);
    return own.length > 0 ? own : all;
  }
  return [];
}

export interface ItemMenuInput {
  /** The plan as it is, whatever of it is shown. */
  readonly lanes: readonly CalendarLane[];
  readonly conflicts: PlanConflicts;
  readonly readOnly: boolean;
  readonly onOpen: (item: TimelineItem) => void;
  readonly onConflict: (key: string) => void;
  /** Gives the focus back to an item. */
  readonly onBack: (item: TimelineItem) => void;
}

export interface ItemMenu {
  readonly onLegal: (item: TimelineItem) => void;
  readonly onMenu: (item: TimelineItem, at: { readonly left: number; readonly top: number }) => void;
  readonly element: ReactNode;
}

/** What can be asked of an item besides moving it: its menu, its first legal slot, its conflicts. */
export function useItemMenu({ lanes, conflicts, readOnly, onOpen, onConflict, onBack }: ItemMenuInput): ItemMenu {
  const [asked, setAsked] = useState<{ item: TimelineItem; at: { left: number; top: number } } | null>(null);
  const [legal, setLegal] = useState<{ item: TimelineItem; deployments: readonly Deployed[] } | null>(null);

  function onLegal(item: TimelineItem): void {
    const deployments = deploymentsAt(lanes, item);
    if (deployments.length > 0) setLegal({ item, deployments });
  }

  function choose(act: (item: TimelineItem) => void): void {
    const item = asked?.item;
    setAsked(null);
    if (item !== undefined) act(item);
  }

  const conflict = asked === null ? null : conflictAt(conflicts.all, asked.item);
  const isDeployed = asked !== null && deploymentsAt(lanes, asked.item).length > 0;
  const element = (
    <>
      <Menu
        open={asked !== null}
        anchorReference="anchorPosition"
        {...(asked === null ? {} : { anchorPosition: asked.at })}
        onClose={() => choose(onBack)}
      >
        <MenuItem onClick={() => choose(onOpen)}>Open</MenuItem>
        <MenuItem
          disabled={!isDeployed}
          sx={{ gap: 4, justifyContent: 'space-between' }}
          onClick={() => choose(onLegal)}
        >
          First legal slot… <KeyHint keys="f" />
        </MenuItem>
        <MenuItem
          disabled={conflict === null}
          onClick={() => choose(() => conflict !== null && onConflict(conflict.conflict.key))}
        >
          {conflict === null ? 'In no conflict' : 'Show its conflict'}
        </MenuItem>
      </Menu>
      {legal !== null && (
        <FirstLegalDialog
          deployments={legal.deployments}
          readOnly={readOnly}
          onClose={() => {
            setLegal(null);
            onBack(legal.item);
          }}
        />
      )}
    </>
  );
  return { onLegal, onMenu: (item, at) => setAsked({ item, at }), element };
}
