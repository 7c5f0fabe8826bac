import { useSyncExternalStore } from 'react';

/** What a person has chosen; `system` follows the device. Kept in cookies, which the server's pages read too. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export interface Appearance {
  theme: ThemeChoice;
  /** 大字版 */
  isLarge: boolean;
  /** The theme in force, after asking the device. */
  isDark: boolean;
}

const YEAR_S = 31_536_000;
const device = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let current = look();

function look(): Appearance {
  const { theme = 'system', size } = document.documentElement.dataset;
  const choice = theme as ThemeChoice;
  return {
    theme: choice,
    isLarge: size === 'large',
    isDark: choice === 'dark' || (choice === 'system' && device.matches),
  };
}

function changed(): void {
  current = look();
  for (const tell of listeners) tell();
}

device.addEventListener('change', changed);

const remember = (name: string, value: string) =>
  void (document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`);

export function chooseTheme(theme: ThemeChoice): void {
  document.documentElement.dataset.theme = theme;
  remember('theme', theme);
  changed();
}

export function chooseLarge(isLarge: boolean): void {
  if (isLarge) document.documentElement.dataset.size = 'large';
  else delete document.documentElement.dataset.size;
  remember('size', isLarge ? 'large' : 'standard');
  changed();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
