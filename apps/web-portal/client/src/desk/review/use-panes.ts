import { useCallback, useEffect, useRef, useState } from 'react';

const PANES = ['queue', 'why', 'need', 'offer', 'bar'] as const;
export type Tab = 'why' | 'need' | 'offer';

/** Which reason is lit at both ends, and which pane has the focus. */
export function usePanes(at: string | null) {
  const [hovered, light] = useState<number | null>(null);
  const [pinned, setPinned] = useState<number | null>(null);
  const [tab, setTab] = useState<Tab>('why');
  const count = useRef(0);
  useEffect(() => {
    light(null);
    setPinned(null);
  }, [at]);

  const pin = useCallback((number: number) => {
    if (number < 1 || number > count.current) return;
    setPinned((before) => (before === number ? null : number));
  }, []);

  const stepReason = (by: 1 | -1) => {
    const total = count.current;
    if (total === 0) return;
    const next = pinned === null ? (by === 1 ? 1 : total) : ((pinned - 1 + by + total) % total) + 1;
    setPinned(next);
    if (document.activeElement?.closest('#pane-why')) document.getElementById(`reason-${next}`)?.focus();
  };

  const stepPane = (by: 1 | -1) => {
    const here = PANES.findIndex((pane) => document.activeElement?.closest(`#pane-${pane}`));
    const next = PANES[(here + by + PANES.length) % PANES.length]!;
    if (next === 'why' || next === 'need' || next === 'offer') setTab(next);
    // A narrow screen shows the pane only after the tab has changed.
    requestAnimationFrame(() => focusPane(next));
  };

  /** Told by the pair on the screen how many numbered reasons it has. */
  const setCount = useCallback((total: number) => void (count.current = total), []);
  return { lit: hovered ?? pinned, pinned, light, pin, stepReason, stepPane, setCount, tab, setTab };
}

function focusPane(pane: (typeof PANES)[number]): void {
  const box = document.getElementById(`pane-${pane}`);
  if (pane === 'queue') {
    (
      box?.querySelector<HTMLElement>('.queue-row[tabindex="0"]') ?? document.getElementById('queue-heading')
    )?.focus();
    return;
  }
  const inner =
    pane === 'need' || pane === 'offer'
      ? null
      : box?.querySelector<HTMLElement>('[tabindex="0"],button:not([tabindex="-1"],:disabled)');
  (inner ?? box)?.focus();
}
