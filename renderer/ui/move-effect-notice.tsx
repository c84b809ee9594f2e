import Typography from '@mui/material/Typography';
import type { Answer } from '../lib/answer.ts';
import { type ConflictEffect, effectText } from './conflict-words.ts';
import { Notice } from './notice.tsx';

/** Which conflicts a move would make and resolve, before it is done. */
export function MoveEffectNotice({ preview }: { preview: Answer<ConflictEffect> }) {
  if (preview.kind === 'loading') return <Typography color="textSecondary">Looking at what it would make…</Typography>;
  if (!('data' in preview)) return <Notice tone="warning">What it would make could not be looked at.</Notice>;
  const text = effectText(preview.data) ?? 'Makes no conflict, and resolves none.';
  return <Notice tone={preview.data.added.length > 0 ? 'warning' : 'success'}>{text}</Notice>;
}
