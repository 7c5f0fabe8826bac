import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { call, sentenceOf } from '../api/client';
import type { SignedIn } from '../api/session';
import { chooseLarge, chooseTheme, useAppearance, type ThemeChoice } from '../appearance/appearance';
import { Problem } from '../elements/problem';

export const THEME_LABEL: Record<ThemeChoice, string> = { system: '跟随系统', light: '浅色', dark: '深色' };

/** Ends the session and returns to the public entrance. */
export function useSignOut(): { signOut: () => void; problem: string } {
  const cache = useQueryClient();
  const [problem, setProblem] = useState('');
  const signOut = () =>
    void call('DELETE', '/api/session')
      .then(() => {
        cache.clear();
        window.location.assign('/');
      })
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  return { signOut, problem };
}

export function LargeSwitch() {
  const { isLarge } = useAppearance();
  return (
    <button
      type="button"
      className="header-button"
      aria-pressed={isLarge}
      onClick={() => chooseLarge(!isLarge)}
    >
      大字版
    </button>
  );
}

export function ThemeChoiceRow() {
  const { theme } = useAppearance();
  return (
    <fieldset className="choice-row">
      <legend>配色</legend>
      {(Object.keys(THEME_LABEL) as ThemeChoice[]).map((choice) => (
        <label key={choice}>
          <input type="radio" name="theme" checked={theme === choice} onChange={() => chooseTheme(choice)} />
          {THEME_LABEL[choice]}
        </label>
      ))}
    </fieldset>
  );
}

export function AccountMenu({ account }: { account: SignedIn }) {
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { signOut, problem } = useSignOut();
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => !menu.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    menu.current?.querySelector('button')?.focus();
  };
  return (
    <div className="account" ref={menu} onKeyDown={onKeyDown}>
      <button
        type="button"
        className="header-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {account.name}
        <span aria-hidden="true"> ▾</span>
      </button>
      {isOpen ? (
        <div className="account-panel" id={id}>
          <p className="aside">
            {[...new Set(account.memberships.map((m) => m.organizationName))].join('、')}
          </p>
          <Link to="/me" onClick={() => setOpen(false)}>
            个人设置
          </Link>
          <ThemeChoiceRow />
          <Problem text={problem} />
          <button type="button" className="button button-plain" onClick={signOut}>
            退出登录
          </button>
        </div>
      ) : null}
    </div>
  );
}
