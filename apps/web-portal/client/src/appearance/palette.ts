/** PORTAL.md section 1, the same values as tokens.css: Ant computes with numbers, so it needs them here as well. */
export const LIGHT = {
  page: '#F4F8F8',
  surface: '#FFFFFF',
  sunken: '#E9F0F1',
  ink1: '#14262B',
  ink2: '#3F535A',
  ink3: '#566A71',
  line: '#D3DEE1',
  edge: '#74878E',
  river: '#0A5F70',
  riverHover: '#084B59',
  onRiver: '#FFFFFF',
  riverTint: '#E2F1F4',
  ochre: '#855000',
  ochreTint: '#FFF1D6',
  cinnabar: '#B3261E',
  onCinnabar: '#FFFFFF',
  cinnabarTint: '#FDEBE9',
};
export type Palette = typeof LIGHT;
export const DARK: Palette = {
  page: '#0D1618',
  surface: '#142023',
  sunken: '#0A1113',
  ink1: '#E8F0F1',
  ink2: '#B9C8CC',
  ink3: '#96A8AD',
  line: '#2A3B40',
  edge: '#6F848B',
  river: '#63C7D8',
  riverHover: '#8AD8E5',
  onRiver: '#06232A',
  riverTint: '#12343B',
  ochre: '#F0BA5E',
  ochreTint: '#33270F',
  cinnabar: '#FF938A',
  onCinnabar: '#330906',
  cinnabarTint: '#3B1916',
};
export const FONT =
  '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
