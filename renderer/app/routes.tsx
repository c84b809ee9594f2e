import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AdherenceSearch } from '../features/adherence/search.ts';
import { CalendarSearch } from '../features/calendar/search.ts';
import { CapacitySearch } from '../features/capacity/search.ts';
import { CatalogueSearch } from '../features/catalogue/search.ts';
import { CompareSearch } from '../features/compare/search.ts';
import { ConflictSearch } from '../features/conflicts/search.ts';
import { ConnectionSearch } from '../features/connections/search.ts';
import { DeployOrderSearch } from '../features/deploy-order/search.ts';
import { EnvironmentSearch } from '../features/environments/search.ts';
import { ImportSearch } from '../features/import/search.ts';
import { JournalSearch } from '../features/journal/search.ts';
import { ReleaseSearch } from '../features/release/search.ts';
import { RotaSearch } from '../features/rota/search.ts';
import { TodayPage } from '../features/today/today-page.tsx';
import { NewTrainSearch } from '../features/trains/search.ts';
import { WindowsSearch } from '../features/windows/search.ts';
import { WorkItemSearch } from '../features/work-items/search.ts';
import { createAddressHistory } from './address-history.ts';
import { NotFound, RouteFailure } from './route-failure.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const getParentRoute = () => root;

const index = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const today = createRoute({ getParentRoute, path: '/today', component: TodayPage });
const calendar = createRoute({
  getParentRoute,
  path: '/calendar',
  validateSearch: CalendarSearch,
  component: lazyRouteComponent(() => import('./screens/calendar-screen.tsx'), 'CalendarScreen'),
});
const trains = createRoute({
  getParentRoute,
  path: '/trains',
  component: lazyRouteComponent(() => import('../features/trains/trains-page.tsx'), 'TrainsPage'),
});
const newTrain = createRoute({
  getParentRoute,
  path: '/trains/new',
  validateSearch: NewTrainSearch,
  component: lazyRouteComponent(() => import('./screens/train-form-screens.tsx'), 'NewTrainScreen'),
});
const train = createRoute({
  getParentRoute,
  path: '/trains/$id',
  component: lazyRouteComponent(() => import('./screens/train-screen.tsx'), 'TrainScreen'),
});
const editTrain = createRoute({
  getParentRoute,
  path: '/trains/$id/edit',
  component: lazyRouteComponent(() => import('./screens/train-form-screens.tsx'), 'EditTrainScreen'),
});
const release = createRoute({
  getParentRoute,
  path: '/releases/$id',
  validateSearch: ReleaseSearch,
  component: lazyRouteComponent(() => import('./screens/release-screen.tsx'), 'ReleaseScreen'),
});
const conflicts = createRoute({
  getParentRoute,
  path: '/conflicts',
  validateSearch: ConflictSearch,
  component: lazyRouteComponent(() => import('./screens/conflicts-screen.tsx'), 'ConflictsScreen'),
});
const deployOrder = createRoute({
  getParentRoute,
  path: '/deploy-order',
  validateSearch: DeployOrderSearch,
  component: lazyRouteComponent(() => import('./screens/deploy-order-screen.tsx'), 'DeployOrderScreen'),
});
const adherence = createRoute({
  getParentRoute,
  path: '/adherence',
  validateSearch: AdherenceSearch,
  component: lazyRouteComponent(() => import('./screens/adherence-screen.tsx'), 'AdherenceScreen'),
});
const capacity = createRoute({
  getParentRoute,
  path: '/capacity',
  validateSearch: CapacitySearch,
  component: lazyRouteComponent(() => import('./screens/capacity-screen.tsx'), 'CapacityScreen'),
});
const windows = createRoute({
  getParentRoute,
  path: '/windows',
  validateSearch: WindowsSearch,
  component: lazyRouteComponent(() => import('./screens/windows-screen.tsx'), 'WindowsScreen'),
});
const environments = createRoute({
  getParentRoute,
  path: '/environments',
  validateSearch: EnvironmentSearch,
  component: lazyRouteComponent(() => import('./screens/environments-screen.tsx'), 'EnvironmentsScreen'),
});
const catalogue = createRoute({
  getParentRoute,
  path: '/catalogue',
  validateSearch: CatalogueSearch,
  component: lazyRouteComponent(() => import('./screens/catalogue-screen.tsx'), 'CatalogueScreen'),
});
const rota = createRoute({
  getParentRoute,
  path: '/rota',
  validateSearch: RotaSearch,
  component: lazyRouteComponent(() => import('./screens/rota-screen.tsx'), 'RotaScreen'),
});
const workItems = createRoute({
  getParentRoute,
  path: '/work-items',
  validateSearch: WorkItemSearch,
  component: lazyRouteComponent(() => import('./screens/work-items-screen.tsx'), 'WorkItemsScreen'),
});
const connections = createRoute({
  getParentRoute,
  path: '/connections',
  validateSearch: ConnectionSearch,
  component: lazyRouteComponent(() => import('./screens/connections-screen.tsx'), 'ConnectionsScreen'),
});
const compare = createRoute({
  getParentRoute,
  path: '/compare',
  validateSearch: CompareSearch,
  component: lazyRouteComponent(() => import('./screens/compare-screen.tsx'), 'CompareScreen'),
});
const importRoute = createRoute({
  getParentRoute,
  path: '/import',
  validateSearch: ImportSearch,
  component: lazyRouteComponent(() => import('./screens/import-screen.tsx'), 'ImportScreen'),
});
const journal = createRoute({
  getParentRoute,
  path: '/journal',
  validateSearch: JournalSearch,
  component: lazyRouteComponent(() => import('./screens/journal-screen.tsx'), 'JournalScreen'),
});
const settings = createRoute({
  getParentRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});
const help = createRoute({
  getParentRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./screens/help-screen.tsx'), 'HelpScreen'),
});
const helpTopic = createRoute({
  getParentRoute,
  path: '/help/$topic',
  component: lazyRouteComponent(() => import('./screens/help-screen.tsx'), 'HelpScreen'),
});

const routeTree = root.addChildren([
  index,
  today,
  calendar,
  trains,
  newTrain,
  train,
  editTrain,
  release,
  conflicts,
  deployOrder,
  adherence,
  capacity,
  windows,
  environments,
  catalogue,
  rota,
  workItems,
  connections,
  importRoute,
  compare,
  journal,
  settings,
  help,
  helpTopic,
]);

/** The application's router. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createAddressHistory(),
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFailure,
    scrollRestoration: false,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
