import type { FastifyRequest } from 'fastify';

/** Cookies of the display settings. Not httpOnly: the client reads and writes the same ones. */
export const SIZE_COOKIE = 'size';
export const THEME_COOKIE = 'theme';
export const SIZES = ['standard', 'large'] as const;
export const THEMES = ['light', 'dark', 'system'] as const;

export interface DisplaySettings {
  /** `large` is 大字版. */
  size: (typeof SIZES)[number];
  theme: (typeof THEMES)[number];
}

/** What the visitor chose, where cookies could be read at all; public pages start light, whatever the device says. */
export function displaySettings({ cookies }: Partial<Pick<FastifyRequest, 'cookies'>>): DisplaySettings {
  return {
    size: SIZES.find((size) => size === cookies?.[SIZE_COOKIE]) ?? 'standard',
    theme: THEMES.find((theme) => theme === cookies?.[THEME_COOKIE]) ?? 'light',
  };
}
