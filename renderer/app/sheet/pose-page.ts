import { POSED } from '../../ui/posed.ts';

/** The tallest that a page is drawn, in CSS pixels: about a hundred lanes. */
export const MOST_HEIGHT = 6_000;
/** A page that has not changed for this long is drawn: longer than its tables and lanes wait after they have moved. */
const QUIET_MS = 250;
/** Whoever never holds still is taken as he is. */
const PATIENCE_MS = 3_000;
/** Growing uncovers rows that wrap, which need more. */
const MOST_TRIES = 4;

/** A page that stands for its picture: as tall as what it shows, without its tools. */
export interface Pose {
  /** What did not fit, in words; null where all of it is there. */
  readonly unseen: string | null;
  /** Back to how it was. */
  readonly end: () => void;
}

function comesToRest(element: Element): Promise<void> {
  return new Promise((resolve) => {
    let quiet = 0;
    const finish = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(patience);
      resolve();
    };
    const wait = () => {
      clearTimeout(quiet);
      quiet = window.setTimeout(finish, QUIET_MS);
    };
    const observer = new MutationObserver(wait);
    const patience = window.setTimeout(finish, PATIENCE_MS);
    observer.observe(element, { attributes: true, childList: true, subtree: true });
    wait();
  });
}

function scrollersOf(page: HTMLElement): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      element.clientHeight > 0 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
  );
}

/** How many rows of a table or lanes of a timeline lie below the picture. */
function rowsBelow(page: HTMLElement): string | null {
  const { bottom } = page.getBoundingClientRect();
  for (const grid of page.querySelectorAll<HTMLElement>('[aria-rowcount]')) {
    const rows = [...grid.querySelectorAll('[aria-rowindex]')];
    const seen = rows.filter((row) => row.getBoundingClientRect().bottom <= bottom + 1);
    const last = Math.max(0, ...seen.map((row) => Number(row.getAttribute('aria-rowindex'))));
    const below = Number(grid.getAttribute('aria-rowcount')) - last;
    const one = grid.dataset.rows ?? 'row';
    if (below > 0) return below === 1 ? `1 ${one} below is not shown` : `${below} ${one}s below are not shown`;
  }
  return null;
}

/** Lets the page grow until nothing on it scrolls, and leaves its tools out. */
export async function posePage(page: HTMLElement): Promise<Pose> {
  const { left, top, width, height } = page.getBoundingClientRect();
  const scrolled = scrollersOf(page).map((element) => [element, element.scrollTop] as const);
  const before = page.getAttribute('style');
  page.setAttribute(POSED, '');
  // Taken out of the shell, which stays as tall as the window.
  Object.assign(page.style, { position: 'fixed', left: `${left}px`, top: `${top}px`, width: `${width}px` });
  let tall = height;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    page.style.height = `${tall}px`;
    await comesToRest(page);
    const missing = Math.max(0, ...scrollersOf(page).map((one) => one.scrollHeight - one.clientHeight));
    if (missing === 0 || tall === MOST_HEIGHT) break;
    tall = Math.min(MOST_HEIGHT, tall + missing);
  }
  const cut = scrollersOf(page).length > 0 ? 'The page goes on below' : null;
  return {
    unseen: cut && (rowsBelow(page) ?? cut),
    end() {
      page.removeAttribute(POSED);
      if (before === null) page.removeAttribute('style');
      else page.setAttribute('style', before);
      for (const [element, at] of scrolled) element.scrollTop = at;
    },
  };
}
