import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { OVER_MESSAGES } from '../../../lib/toasts.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { radius } from '../../../ui/tokens.ts';
import { visuallyHidden } from '../../../ui/visually-hidden.ts';
import { describeEdit } from './describe.ts';
import type { Edit } from './edit.ts';
import type { Preview } from './ghosts.ts';

const Banner = styled('div')(({ theme }) => ({
  position: 'absolute',
  left: 16,
  bottom: 16,
  zIndex: 4,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  maxWidth: 'calc(100% - 32px)',
  padding: '8px 12px',
  borderRadius: radius.control,
  background: theme.look.raised,
  border: `1px solid ${theme.look.primary}`,
  boxShadow: `0 6px 20px rgba(${theme.look.shadow}, 0.25)`,
  fontSize: 13,
  lineHeight: '20px',
  fontVariantNumeric: 'tabular-nums',
  pointerEvents: 'none',
  '& > .remark': { fontWeight: 600, color: theme.look.tones.warning.text },
  '& > .refusal': { fontWeight: 600, color: theme.look.tones.danger.text },
  '& > .keys': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    color: theme.look.textSoft,
    whiteSpace: 'nowrap',
    fontSize: 12,
  },
}));

export interface EditBannerProps {
  readonly edit: Edit | null;
  readonly previewOf: (edit: Edit) => Preview;
  /** Why it cannot be dropped there; null where it can. */
  readonly refusalOf: (edit: Edit) => string | null;
  /** What is odd about where it would go; null for nothing. */
  readonly remarkOf: (edit: Edit) => string | null;
  /** What it would do to the rest of the plan. */
  readonly effect: ReactNode;
  readonly byKeys: boolean;
  /** What the live region says. */
  readonly said: string;
}

/** How many go along: the milestones of a release, or the bookings that one brought or would bring along. */
function followersOf(edit: Edit, preview: Preview): number {
  const { on } = preview.get(edit.item.id) ?? {};
  return (on === undefined ? preview.size : on.length) - 1;
}

/** Where the item that is being moved would go, seen and heard. */
export function EditBanner({ edit, previewOf, refusalOf, remarkOf, effect, byKeys, said }: EditBannerProps) {
  const remark = edit === null ? null : remarkOf(edit);
  const refusal = edit === null ? null : refusalOf(edit);
  return (
    <>
      <div style={visuallyHidden} aria-live="assertive" role="status">
        {said}
      </div>
      {edit !== null && (
        <Banner data-testid="edit-banner" {...{ [OVER_MESSAGES]: true }}>
          {refusal === null && <span>{describeEdit(edit, followersOf(edit, previewOf(edit)))}</span>}
          {refusal !== null && (
            <strong className="refusal" role="alert">
              {refusal}
            </strong>
          )}
          {remark !== null && <strong className="remark">{remark}</strong>}
          {refusal === null && effect}
          <span className="keys">
            {byKeys && (
              <>
                <KeyHint keys="enter" /> keeps
              </>
            )}
            <KeyHint keys="escape" /> cancels
          </span>
        </Banner>
      )}
    </>
  );
}
