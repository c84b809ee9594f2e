import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { unsaved } from '../lib/unsaved.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

export interface UnsavedGuardProps {
  readonly dirty: boolean;
  /** What is typed goes with its tab: that is asked about too. */
  readonly ofTab?: boolean | undefined;
  /** Tries to save first: whether nothing unsaved is left. */
  readonly save?: (() => Promise<boolean>) | undefined;
}

/** The tab that an address names. */
function tabOf(search: object): unknown {
  return 'tab' in search ? search.tab : undefined;
}

/** A question that waits for its answer. */
interface Asked {
  readonly answer: (leave: boolean) => void;
}

/** The question as asked by what replaces the page without going elsewhere: another branch. */
function useUnsavedQuestion({ dirty, save }: UnsavedGuardProps): readonly [Asked | null, (leave: boolean) => void] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const saving = useRef(save);
  useEffect(() => {
    saving.current = save;
  });
  useEffect(() => {
    if (!dirty) return;
    let goOn: (leave: boolean) => void = () => {};
    let released = false;
    const release = unsaved.hold(async () => {
      if ((await saving.current?.()) === true || released) return true;
      return new Promise((answer) => {
        goOn = answer;
        setAsked({ answer });
      });
    });
    return () => {
      release();
      released = true;
      // What was asked about is saved, or was left by itself.
      setAsked(null);
      goOn(true);
    };
  }, [dirty]);
  return [
    asked,
    (leave) => {
      setAsked(null);
      asked?.answer(leave);
    },
  ];
}

/** Asks before a page that holds unsaved words is left, and before the window is closed on it. */
export function UnsavedGuard({ dirty, ofTab = false, save }: UnsavedGuardProps) {
  const [asked, answer] = useUnsavedQuestion({ dirty, save });
  const blocker = useBlocker({
    // What only changes what the page shows (an open panel, mostly a tab) leaves nothing.
    shouldBlockFn: async ({ current, next }) => {
      const leavesTab = ofTab && tabOf(current.search) !== tabOf(next.search);
      if (!dirty || (current.pathname === next.pathname && !leavesTab)) return false;
      return save === undefined || !(await save());
    },
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked' || asked !== null}
      title="Leave without saving?"
      confirm="Leave"
      keep="Stay"
      danger
      onConfirm={() => (asked === null ? blocker.proceed?.() : answer(true))}
      onClose={() => (asked === null ? blocker.reset?.() : answer(false))}
    >
      What you typed on this page is not saved yet.
    </ConfirmDialog>
  );
}
