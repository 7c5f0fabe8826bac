import type { RoleLetter } from '@mantianxing/contracts';
import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { useLetters } from './api/session';
import { NotFound, NotPermitted } from './elements/dead-ends';
import { Frame } from './frame/frame';

type Load = () => Promise<{ default: ComponentType }>;
interface PageOf {
  path: string;
  load: Load;
  /** Roles that may open it; absent for everyone signed in. */
  for?: RoleLetter[];
}

const STAFF: RoleLetter[] = ['M', 'C'];
const scenarioForm: Load = () => import('./department/scenario-form-page');
const inbox: Load = () => import('./inbox/inbox-page');
const capabilityForm: Load = () => import('./firm/capability-form-page');

const ownPairings: Load = () => import('./introductions/own-pairings-page');

/** Each page is its own chunk, so that the desk loads without the forms. */
const PAGES: PageOf[] = [
  { path: '/desk', for: STAFF, load: () => import('./desk/my-day/my-day-page') },
  { path: '/desk/intake', for: STAFF, load: () => import('./desk/intake/intake-page') },
  { path: '/desk/pairings', for: STAFF, load: () => import('./introductions/pairing-desk-page') },
  { path: '/desk/review', for: STAFF, load: () => import('./desk/review/review-page') },
  { path: '/dept', for: ['D'], load: () => import('./department/department-page') },
  { path: '/dept/scenarios', for: ['D'], load: () => import('./department/scenarios-page') },
  { path: '/dept/scenarios/new', for: ['D'], load: scenarioForm },
  { path: '/dept/scenarios/:id/edit', for: ['D', 'M', 'C'], load: scenarioForm },
  {
    path: '/dept/scenarios/:id/candidates',
    for: ['D', 'M', 'C'],
    load: () => import('./department/candidates-page'),
  },
  { path: '/dept/pairings', for: ['D'], load: ownPairings },
  { path: '/firm/pairings', for: ['F'], load: ownPairings },
  { path: '/firm', for: ['F'], load: () => import('./firm/firm-page') },
  { path: '/firm/matches', for: ['F'], load: () => import('./firm/matches-page') },
  { path: '/firm/capabilities', for: ['F'], load: () => import('./firm/capabilities-page') },
  { path: '/firm/capabilities/new', for: ['F'], load: capabilityForm },
  { path: '/firm/capabilities/:id/edit', for: ['F'], load: capabilityForm },
  { path: '/admin/words', for: STAFF, load: () => import('./words/words-page') },
  { path: '/admin/operations', for: ['M', 'C', 'A'], load: () => import('./operations/operations-page') },
  { path: '/admin/messages', for: ['M', 'A'], load: () => import('./messages/delivery-log-page') },
  { path: '/admin/robots', for: ['C', 'A'], load: () => import('./messages/group-robots-page') },
  { path: '/office/audit', for: ['U'], load: () => import('./audit/audit-log-page') },
  { path: '/inbox', load: inbox },
  { path: '/inbox/:id', load: inbox },
  { path: '/me', load: () => import('./me/me-page') },
  { path: '/me/security', load: () => import('./me/security/security-page') },
  { path: '/members', for: ['FA', 'DA', 'C', 'U', 'A'], load: () => import('./members/members-page') },
  { path: '/me/messages', load: () => import('./me/message-preferences-page') },
];

/** One part per loader: a form that has just got its address (new → :id/edit) must not be built anew. */
const PARTS = new Map([...new Set(PAGES.map((page) => page.load))].map((load) => [load, lazy(load)]));
const ROUTES = PAGES.map((page) => ({ ...page, Part: PARTS.get(page.load)! }));

function Guarded({ letters, Part }: { letters?: RoleLetter[]; Part: ComponentType }) {
  const own = useLetters();
  return !letters || letters.some((letter) => own.has(letter)) ? <Part /> : <NotPermitted />;
}

export function Pages() {
  return (
    <Routes>
      <Route element={<Frame />}>
        {ROUTES.map(({ path, for: letters, Part }) => (
          <Route key={path} path={path} element={<Guarded letters={letters} Part={Part} />} />
        ))}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
