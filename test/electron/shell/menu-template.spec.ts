import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuOptions, menuTemplate } from '../../../electron/shell/menu-template.ts';

function options(changes: Partial<MenuOptions> = {}): MenuOptions {
  const nothing = () => undefined;
  const actions = { newWorkspace: nothing, openWorkspace: nothing, openRecent: nothing, clearRecents: nothing };
  return { actions, recents: [], mac: false, devTools: false, ...changes };
}

function allItems(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

describe('electron/shell/menu-template', () => {
  it('lists recent workspaces by name and folder, and opens the one that is chosen', () => {
    const opened: string[] = [];
    const recents = [{ file: '/plans/R&D.signalbox', openedAt: 1 }];
    const actions = { ...options().actions, openRecent: (file: string) => opened.push(file) };

    const item = allItems(menuTemplate(options({ recents, actions }))).find(({ id }) => id?.startsWith('recent:'));
    const click = item?.click as (() => void) | undefined;
    click?.();

    expect(item?.label).toBe('R&&D — /plans');
    expect(opened).toEqual(['/plans/R&D.signalbox']);
  });

  it('says that there are no recent workspaces yet', () => {
    const item = allItems(menuTemplate(options())).find(({ id }) => id === 'no-recents');

    expect(item?.enabled).toBe(false);
  });

  it('takes no key that the page undoes and redoes by', () => {
    const roles = allItems(menuTemplate(options({ mac: false, devTools: true }))).map(({ role }) => role);

    expect(roles).not.toContain('undo');
    expect(roles).not.toContain('redo');
  });

  it('has developer tools only where the sources run', () => {
    const roles = (devTools: boolean) => allItems(menuTemplate(options({ devTools }))).map(({ role }) => role);

    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
  });

  it('has the application’s own menu on macOS', () => {
    expect(menuTemplate(options({ mac: true }))[0]?.role).toBe('appMenu');
    expect(allItems(menuTemplate(options({ mac: false }))).map(({ role }) => role)).toContain('quit');
  });
});
