import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './confirm-dialog.tsx';

export interface UnsavedGuardProps {
  readonly dirty: boolean;
  /** Tries to save first: whether nothing unsaved is left. */
  readonly save?: (() => Promise<boolean>) | undefined;
}

/** Asks before a page that holds unsaved words is left, and before the window is closed on it. */
export function UnsavedGuard({ dirty, save }: UnsavedGuardProps) {
  const blocker = useBlocker({
    // What only changes what the page shows (a tab, an open panel) leaves nothing.
    shouldBlockFn: async ({ current, next }) => {
      if (!dirty || current.pathname === next.pathname) return false;
      return save === undefined || !(await save());
    },
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      title="Leave without saving?"
      confirm="Leave"
      keep="Stay"
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      What you typed on this page is not saved yet.
    </ConfirmDialog>
  );
}
