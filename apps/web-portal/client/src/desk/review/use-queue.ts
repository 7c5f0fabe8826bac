import type { Band } from '@mantianxing/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { queueQuery } from '../../api/queries';
import { formatAddress, parseAddress, type QueueStatus } from './address';
import { deskReducer } from './desk-moves';
import { initialState } from './desk-state';
import { withoutSkipped } from './skipped';

export interface Filter {
  band?: Band;
  status: QueueStatus;
  q: string;
}
/** Chromium allows 200 changes of the address in 30 s; a held key makes more. Milliseconds. */
const ADDRESS_MS = 250;
const TYPING_MS = 300;

/** The queue as the desk shows it: the server's rows, the moves made on them, and the address that remembers both. */
export function useQueue() {
  const [start] = useState(() => parseAddress(window.location.search));
  const [filter, setFilter] = useState<Filter>({ band: start.band, status: start.status, q: start.q });
  const [state, dispatch] = useReducer(deskReducer, start, initialState);
  const q = useSettled(filter.q.trim(), TYPING_MS);
  const wanted = useMemo(
    () => ({ band: filter.band, status: filter.status, q }),
    [filter.band, filter.status, q],
  );
  const queue = useQuery({ ...queueQuery(wanted), placeholderData: keepPreviousData });
  const [skipped, setSkipped] = useState(0);

  const fed = useRef<typeof wanted | null>(null);
  useEffect(() => {
    if (!queue.data || queue.isPlaceholderData) return;
    const { shown, skipped: away } = withoutSkipped(queue.data.rows);
    setSkipped(away);
    dispatch({ type: fed.current === wanted ? 'polled' : 'loaded', view: { ...queue.data, rows: shown } });
    fed.current = wanted;
  }, [queue.data, queue.isPlaceholderData, wanted]);

  useEffect(() => {
    if (!state.isLoaded) return;
    const timer = setTimeout(() => {
      const address = formatAddress({ ...filter, by: state.by, at: state.at, selected: state.selected });
      window.history.replaceState(window.history.state, '', window.location.pathname + address);
    }, ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [filter, state.isLoaded, state.by, state.at, state.selected]);

  return { state, dispatch, filter, setFilter, queue, skipped };
}

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
