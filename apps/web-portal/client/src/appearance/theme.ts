import { theme, type ThemeConfig } from 'antd';
import { DARK, FONT, LIGHT, type Palette } from './palette';

/** Our values over Ant's own names. Stock Ant fails AA contrast in five places, so every colour is set. */
export function tokensOf(p: Palette, isLarge: boolean, isPhone: boolean) {
  return {
    colorBgLayout: p.page,
    colorBgContainer: p.surface,
    colorBgElevated: p.surface,
    colorFillAlter: p.sunken,
    colorText: p.ink1,
    colorTextHeading: p.ink1,
    colorTextSecondary: p.ink2,
    colorTextTertiary: p.ink3,
    colorTextQuaternary: p.ink3,
    colorTextPlaceholder: p.ink3,
    colorTextDisabled: p.ink3,
    colorTextDescription: p.ink3,
    colorIcon: p.ink2,
    colorSplit: p.line,
    colorBorderSecondary: p.line,
    colorBorder: p.edge,
    colorPrimary: p.river,
    colorLink: p.river,
    colorInfo: p.river,
    colorSuccess: p.river,
    colorPrimaryHover: p.riverHover,
    colorPrimaryActive: p.riverHover,
    colorLinkHover: p.riverHover,
    colorLinkActive: p.riverHover,
    colorPrimaryBg: p.riverTint,
    colorInfoBg: p.riverTint,
    colorSuccessBg: p.riverTint,
    colorTextLightSolid: p.onRiver,
    controlItemBgActive: p.riverTint,
    controlItemBgHover: p.sunken,
    controlOutline: 'transparent',
    colorWarning: p.ochre,
    colorWarningBg: p.ochreTint,
    colorError: p.cinnabar,
    colorErrorBg: p.cinnabarTint,
    colorErrorHover: p.cinnabar,
    colorWarningHover: p.ochre,
    colorErrorBorderHover: p.cinnabar,
    fontFamily: FONT,
    fontSize: isLarge ? 20 : 16,
    lineHeight: 1.5,
    controlHeight: isLarge ? (isPhone ? 60 : 52) : isPhone ? 44 : 40,
    borderRadius: 4,
    borderRadiusLG: 8,
    borderRadiusSM: 2,
    wireframe: false,
  };
}

/**
 * `darkAlgorithm` recomputes colours even when they are given as tokens (#63C7D8 becomes #57ACBB),
 * so the algorithm is wrapped and our values are laid over its result.
 */
export function themeOf(isDark: boolean, isLarge: boolean, isPhone: boolean): ThemeConfig {
  const p = isDark ? DARK : LIGHT;
  const ours = tokensOf(p, isLarge, isPhone);
  const base = isDark ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return {
    algorithm: (seed, map) => ({ ...base(seed, map), ...ours }),
    token: ours,
    components: {
      Button: { primaryColor: p.onRiver, dangerColor: p.onCinnabar },
      Select: { optionSelectedBg: p.riverTint, optionSelectedColor: p.ink1, multipleItemBg: p.riverTint },
    },
  };
}
