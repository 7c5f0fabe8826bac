import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Brings the row the address names (`#<id>`) into view and gives it the focus, once it is there. */
export function useNamedRow(isThere: boolean): string {
  const { hash } = useLocation();
  const id = hash.slice(1);
  useEffect(() => {
    const row = isThere && id ? document.getElementById(id) : null;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [id, isThere]);
  return id;
}
