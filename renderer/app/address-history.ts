import { createHashHistory, type RouterHistory } from '@tanstack/react-router';

/**
 * The places that were gone to, kept in the fragment, which every host serves alike. The router numbers its own; one that
 * was typed into the address bar is numbered here before the router looks at it. Without a number the router would not
 * find back from it, and who chose to stay on a page would keep the other page's address.
 */
export function createAddressHistory(): RouterHistory {
  let index = 0;
  let fragment = '';
  // Before the router's own: a window calls its listeners in the order in which they came.
  window.addEventListener('popstate', ({ state }) => {
    const isTyped = state === null;
    if (!isTyped) index = state.__TSR_index;
    // The same address once more takes the place of the entry that is there.
    else if (window.location.hash !== fragment) index += 1;
    fragment = window.location.hash;
    // The router listens to the method of the object; the one of its class is not heard.
    const mark = { __TSR_index: index, __TSR_key: `typed-${index}` };
    if (isTyped) History.prototype.replaceState.call(window.history, mark, '');
  });
  const history = createHashHistory();
  function note(location: RouterHistory['location']): void {
    index = location.state.__TSR_index;
    fragment = `#${location.href}`;
  }
  note(history.location);
  history.subscribe(({ location }) => note(location));
  return history;
}
