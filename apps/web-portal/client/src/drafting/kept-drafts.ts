import type { Content } from './field-spec';

/** Drafts the server could not take yet, kept in this browser until it does. */
const PREFIX = 'draft:';

export function keepDraft(key: string, content: Content): void {
  try {
    window.localStorage.setItem(PREFIX + key, JSON.stringify({ content, at: Date.now() }));
  } catch {
    // A full or forbidden storage leaves the page itself as the only copy; the notice above the form says so.
  }
}

export function keptDraft(key: string): { content: Content; at: number } | null {
  try {
    return JSON.parse(window.localStorage.getItem(PREFIX + key) ?? 'null') as {
      content: Content;
      at: number;
    } | null;
  } catch {
    return null;
  }
}

export const forgetDraft = (key: string): void => window.localStorage.removeItem(PREFIX + key);
