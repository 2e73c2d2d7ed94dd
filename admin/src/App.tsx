import { Admin, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { Dashboard } from './dashboard/Dashboard';
import { AccessDenied } from './layout/AccessDenied';
import { LoginPage } from './layout/LoginPage';
import { NotFound } from './layout/NotFound';
import { Shell } from './layout/Shell';
import { authProvider } from './providers/authProvider';
import { dataProvider } from './providers/dataProvider';
import { i18nProvider } from './providers/i18nProvider';
import { queryClient } from './providers/queryClient';
import { resources } from './resources';
import { lazyPage } from './shared/lazyPage';
import { darkTheme, lightTheme } from './theme/theme';

const PlanPage = lazyPage(() => import('./plan/PlanPage'), 'PlanPage');
const VillagePage = lazyPage(() => import('./villages/VillagePage'), 'VillagePage');
const IndicatorList = lazyPage(() => import('./resources/indicators/IndicatorList'), 'IndicatorList');
const MyAccessPage = lazyPage(() => import('./access/MyAccessPage'), 'MyAccessPage');
const JoinPage = lazyPage(() => import('./access/JoinPage'), 'JoinPage');
const SetupPage = lazyPage(() => import('./access/SetupPage'), 'SetupPage');
const HistoryPage = lazyPage(() => import('./audit/HistoryPage'), 'HistoryPage');
const ReadingsPage = lazyPage(() => import('./audit/ReadingsPage'), 'ReadingsPage');
const RetentionPage = lazyPage(() => import('./privacy/RetentionPage'), 'RetentionPage');
const ParametersPage = lazyPage(() => import('./parameters/ParametersPage'), 'ParametersPage');
const DataRequestReceipt = lazyPage(
  () => import('./resources/dataRequests/DataRequestReceipt'),
  'DataRequestReceipt',
);
const SettingsPage = lazyPage(() => import('./settings/SettingsPage'), 'SettingsPage');

export function App() {
  return (
    // Search boxes keep their text in the address: as a transition, a fast typist's letters would be lost.
    <BrowserRouter useTransitions={false}>
      <Admin
        title="Từng Nhà"
        dataProvider={dataProvider}
        queryClient={queryClient}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        dashboard={Dashboard}
        layout={Shell}
        loginPage={LoginPage}
        catchAll={NotFound}
        accessDenied={AccessDenied}
        theme={lightTheme}
        darkTheme={darkTheme}
        requireAuth
        disableTelemetry
      >
        {resources.map((resource) => (
          <Resource key={resource.name} {...resource} />
        ))}
        <CustomRoutes noLayout>
          <Route path="/join" element={<JoinPage />} />
          <Route path="/setup" element={<SetupPage />} />
        </CustomRoutes>
        <CustomRoutes>
          <Route path="/my-access" element={<MyAccessPage />} />
          <Route path="/plan" element={<PlanPage />} />
          <Route path="/villages/:id" element={<VillagePage />} />
          <Route path="/indicators" element={<IndicatorList />} />
          <Route path="/history" element={<HistoryPage />} />
          <Route path="/history/readings" element={<ReadingsPage />} />
          <Route path="/retention" element={<RetentionPage />} />
          <Route path="/parameters" element={<ParametersPage />} />
          <Route path="/data-requests/:id/receipt" element={<DataRequestReceipt />} />
          <Route path="/settings" element={<SettingsPage />} />
        </CustomRoutes>
      </Admin>
    </BrowserRouter>
  );
}
