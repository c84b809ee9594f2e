import { lazy, Suspense } from 'react';
import { useOverlay } from './overlays.ts';

const NewBranchDialog = lazy(async () => ({ default: (await import('./new-branch-dialog.tsx')).NewBranchDialog }));
const SheetDialog = lazy(async () => ({ default: (await import('./sheet/sheet-dialog.tsx')).SheetDialog }));

/** The dialogs of every page that are read in when they are first opened: no start waits for them. */
export function OverlayDialogs() {
  const overlay = useOverlay();
  return (
    <Suspense fallback={null}>
      {overlay === 'new-branch' && <NewBranchDialog />}
      {overlay === 'sheet' && <SheetDialog />}
    </Suspense>
  );
}
