import { useSyncExternalStore } from 'react';
import type { SingleKeys } from '../desk/review/keys';

export const SINGLE_KEYS_LABEL: Record<SingleKeys, string> = { on: '开', off: '关', alt: '加Alt' };
const KEY = 'single-keys';
const listeners = new Set<() => void>();

function stored(): SingleKeys {
  const value = window.localStorage.getItem(KEY);
  return value === 'off' || value === 'alt' ? value : 'on';
}

export function chooseSingleKeys(choice: SingleKeys): void {
  window.localStorage.setItem(KEY, choice);
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

/** 单键快捷键 开／关／加Alt (WCAG 2.1.4), kept in this browser. */
export const useSingleKeys = (): SingleKeys => useSyncExternalStore(subscribe, stored);
