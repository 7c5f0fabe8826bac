import { useLocation } from 'react-router';

/** What the page before has just done, to be said on the page it led to: `navigate(path, { state: said('…') })`. */
export const said = (sentence: string) => ({ said: sentence });

export function Said() {
  const { state } = useLocation();
  const sentence = (state as { said?: unknown } | null)?.said;
  return typeof sentence === 'string' ? (
    <p className="notice notice-good" role="status">
      {sentence}
    </p>
  ) : null;
}
