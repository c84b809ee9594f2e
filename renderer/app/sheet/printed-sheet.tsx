import GlobalStyles from '@mui/material/GlobalStyles';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';

/** On paper, this sheet and nothing else. */
const paper = (
  <GlobalStyles
    styles={{
      '@page': { size: 'landscape', margin: '8mm' },
      '@media screen': { '[data-printed]': { display: 'none' } },
      '@media print': {
        'html, body': { height: 'auto', overflow: 'visible', background: 'none' },
        'body > :not([data-printed])': { display: 'none !important' },
        '[data-printed] > *': { width: '100% !important', padding: '0 !important' },
        '[data-printed] img': { width: '100%', height: 'auto' },
        // On one page with its head and its legend.
        '[data-printed] img:not([data-long])': { maxHeight: '150mm', objectFit: 'contain', objectPosition: 'left top' },
      },
    }}
  />
);

/** Prints its children once, by the system's dialog, and says when that is over. */
export function PrintedSheet({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  const done = useEffectEvent(onDone);
  useEffect(() => {
    function after(): void {
      done();
    }
    window.addEventListener('afterprint', after);
    window.print();
    return () => window.removeEventListener('afterprint', after);
  }, []);
  return createPortal(
    <div data-printed>
      {paper}
      {children}
    </div>,
    document.body,
  );
}
