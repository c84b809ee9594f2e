import { strict } from './strict.ts';

/** https://electronjs.org/docs/api/menu-item#roles */
const ROLES = new Set(
  [
    'undo redo cut copy paste pasteAndMatchStyle selectAll delete minimize close quit reload forceReload toggleDevTools',
    'togglefullscreen resetZoom zoomIn zoomOut toggleSpellChecker fileMenu editMenu viewMenu windowMenu appMenu help',
    'about hide hideOthers unhide front zoom window services recentDocuments clearRecentDocuments shareMenu',
  ].flatMap((line) => line.split(' ')),
);

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Template[];
}

export interface StandInMenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly enabled: boolean;
  readonly click: () => void;
  readonly submenu: StandInMenu | undefined;
}

export interface StandInMenu {
  readonly items: readonly StandInMenuItem[];
  readonly getMenuItemById: (id: string) => StandInMenuItem | null;
}

function buildItem(template: Template): StandInMenuItem {
  const { id, label, role, type, submenu, click, enabled = true } = template;
  if (role !== undefined && !ROLES.has(role)) throw new Error(`Unknown menu role: ${role}`);
  if (role === undefined && label === undefined && type !== 'separator') {
    throw new Error('A menu item needs a label, a role or a type');
  }
  return {
    id,
    label: label ?? role ?? '',
    enabled,
    click: () => {
      if (!enabled) throw new Error(`electron stand-in: the menu item ${label} is disabled`);
      if (!click) throw new Error(`electron stand-in: what the role ${role} does is not stood in for`);
      click();
    },
    submenu: submenu ? build(submenu) : undefined,
  };
}

function build(template: readonly Template[]): StandInMenu {
  const items = template.map(buildItem);
  return {
    items,
    getMenuItemById: (id) => {
      for (const item of items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    },
  };
}

/** https://electronjs.org/docs/api/menu: items can be found by id and clicked; nothing is drawn. */
export function createMenu() {
  let current: StandInMenu | null = null;
  return strict('Menu', {
    buildFromTemplate: build,
    setApplicationMenu: (menu: StandInMenu | null) => {
      current = menu;
    },
    getApplicationMenu: () => current,
  });
}
