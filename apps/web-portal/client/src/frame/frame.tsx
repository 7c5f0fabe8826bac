import { DISCLAIMER, PRODUCT_NAME } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation, useNavigationType } from 'react-router';
import { goToSignIn } from '../api/client';
import { sessionQuery } from '../api/queries';
import { lettersOfAccount, type SignedIn } from '../api/session';
import { Failed, Waiting } from '../elements/loaded';
import { AccountMenu, LargeSwitch } from './account-menu';
import './frame.css';
import { Logo } from './logo';
import { placeAt, placesFor, PUBLIC_PLACES } from './places';
import { SystemNotice } from './system-notice';

/** Header, navigation by role and footer around every page; pages begin once the session is known. */
export function Frame() {
  const session = useQuery(sessionQuery);
  const { pathname } = useLocation();
  const account = session.data?.account;
  const isSignedOut = session.data && !account;
  useEffect(() => {
    if (isSignedOut) goToSignIn();
  }, [isSignedOut]);
  if (session.isError && !session.data)
    return <Failed error={session.error} retry={() => void session.refetch()} />;
  if (!account) return <Waiting lines={12} />;
  // Without the second factor their roles need, people get no further than putting one in force.
  if (session.data?.factorLack === 'MISSING' && pathname !== '/me/security') return <Navigate to="/me/security" replace />;
  return <Inside account={account} unread={session.data?.unread ?? 0} />;
}

/**
 * A new page begins at its top, and keyboard and screen reader begin there too. A form that has just got its address
 * (replaced, not pushed) stays as it is, and so does going back.
 */
function useFreshStart(): void {
  const { pathname, hash } = useLocation();
  const kind = useNavigationType();
  const last = useRef(pathname);
  useEffect(() => {
    const isNew = last.current !== pathname;
    last.current = pathname;
    if (!isNew || kind !== 'PUSH' || hash) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, hash, kind]);
}

function Inside({ account, unread }: { account: SignedIn; unread: number }) {
  const { pathname } = useLocation();
  useFreshStart();
  const isDesk = pathname === '/desk/review';
  return (
    <div className={isDesk ? 'frame frame-fixed' : 'frame'}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Header account={account} unread={unread} />
      <SystemNotice />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting lines={12} />}>
          <Outlet />
        </Suspense>
      </main>
      {isDesk ? null : (
        <footer>
          <p>{DISCLAIMER}</p>
        </footer>
      )}
    </div>
  );
}

function Header({ account, unread }: { account: SignedIn; unread: number }) {
  const { pathname } = useLocation();
  const places = placesFor(lettersOfAccount(account));
  const here = placeAt(places, pathname);
  const row = useRef<HTMLElement>(null);
  // On a phone the row of places is longer than the screen: the one we are at is brought into it.
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here?.path]);
  return (
    <header>
      <a className="brand" href="/" aria-label={`${PRODUCT_NAME}首页`}>
        <Logo />
        <b>{PRODUCT_NAME.replace(/平台$/, '')}</b>
      </a>
      <nav aria-label="主导航" ref={row}>
        {places.map((place) => (
          <Link key={place.path} to={place.path} aria-current={place === here ? 'page' : undefined}>
            {place.label}
          </Link>
        ))}
        {PUBLIC_PLACES.map((place) => (
          <a key={place.path} href={place.path}>
            {place.label}
          </a>
        ))}
      </nav>
      <div className="header-end">
        <Link className="header-button" to="/inbox" aria-current={/^\/inbox(\/|$)/.test(pathname) ? 'page' : undefined}>
          消息
          {unread > 0 ? (
            <span className="badge">
              {unread > 99 ? '99+' : unread}
              <span className="unseen">条未读</span>
            </span>
          ) : null}
        </Link>
        <LargeSwitch />
        <AccountMenu account={account} />
      </div>
    </header>
  );
}
