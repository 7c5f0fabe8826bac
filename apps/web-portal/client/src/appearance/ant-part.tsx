import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useAppearance } from './appearance';
import { themeOf } from './theme';

/** Made by the server for this very page: a `<style>` that Ant writes while it runs counts only where it carries it. */
const csp = { nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce };

const narrow = window.matchMedia('(max-width: 767px)');
const onWidth = (tell: () => void) => {
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
};

/** Around the pages with forms: the desk and the lists need no Ant and load without it. */
export function AntPart({ children }: { children: ReactNode }) {
  const { isDark, isLarge } = useAppearance();
  const isPhone = useSyncExternalStore(onWidth, () => narrow.matches);
  const theme = useMemo(() => themeOf(isDark, isLarge, isPhone), [isDark, isLarge, isPhone]);
  return (
    <ConfigProvider locale={zhCN} theme={theme} csp={csp} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
}
