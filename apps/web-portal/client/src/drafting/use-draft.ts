import { useCallback, useEffect, useRef, useState } from 'react';
import { Offline, Refusal, sentenceOf } from '../api/client';
import { compact, type Content, type FieldProblem } from './field-spec';
import { forgetDraft, keepDraft } from './kept-drafts';

/** A draft is saved this often while it changes, in milliseconds. */
const SAVE_EVERY_MS = 5_000;

export interface Saved {
  id: string;
  version: number;
}
export type DraftPhase = 'saved' | 'changed' | 'saving' | 'offline' | 'refused' | 'conflict';

interface DraftOptions {
  /** Where it is kept in this browser while the network or the session is gone. */
  keepAs: string;
  start: Content;
  startSaved: Saved | null;
  /** Published entries are saved by a button only: each save is a new revision. */
  isAutomatic: boolean;
  /** False while the server could not take it at all, such as without a title. */
  canSave: (content: Content) => boolean;
  save: (saved: Saved | null, content: Content, isLeaving: boolean) => Promise<Saved>;
  onSaved?: (saved: Saved, wasNew: boolean) => void;
}

/** Content being written, saved each 5 s and on leaving; nothing typed is ever lost. */
export function useDraft(options: DraftOptions) {
  const newest = useRef(options);
  newest.current = options;
  const [content, setContent] = useState(options.start);
  const [phase, setPhase] = useState<DraftPhase>('saved');
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [message, setMessage] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const work = useRef({
    content: options.start,
    saved: options.startSaved,
    isChanged: false,
    flight: null as Promise<boolean> | null,
  });

  const change = useCallback((name: string, value: unknown) => {
    const next = { ...work.current.content, [name]: value };
    Object.assign(work.current, { content: next, isChanged: true });
    setContent(next);
    setProblems((before) => before.filter((problem) => problem.field !== name));
    setPhase((before) => (before === 'conflict' ? before : 'changed'));
  }, []);

  const send = useCallback(async (isLeaving: boolean): Promise<boolean> => {
    const { current } = work;
    const sent = current.content;
    const { save, onSaved, keepAs } = newest.current;
    setPhase('saving');
    try {
      const wasNew = current.saved === null;
      current.saved = await save(current.saved, compact(sent), isLeaving);
      current.isChanged = current.content !== sent;
      forgetDraft(keepAs);
      setPhase(current.isChanged ? 'changed' : 'saved');
      setSavedAt(Date.now());
      setMessage('');
      setProblems([]);
      onSaved?.(current.saved, wasNew);
      return true;
    } catch (error) {
      keepDraft(keepAs, sent);
      setMessage(sentenceOf(error));
      setProblems(error instanceof Refusal ? error.problem.problems : []);
      setPhase(phaseOf(error));
      return false;
    }
  }, []);

  /** Saves now; true when everything typed so far is with the server. One request at a time. */
  const save = useCallback(
    async (isLeaving = false): Promise<boolean> => {
      const { current } = work;
      while (current.flight) await current.flight;
      if (!current.isChanged && current.saved) return true;
      if (!newest.current.canSave(current.content)) return false;
      current.flight = send(isLeaving).finally(() => (current.flight = null));
      return current.flight;
    },
    [send],
  );

  /** After a conflict: takes the other person's version number and sends this content over it. */
  const saveOver = useCallback(
    (version: number) => {
      const { current } = work;
      if (current.saved) current.saved = { ...current.saved, version };
      current.isChanged = true;
      return save();
    },
    [save],
  );

  const leave = useCallback(() => {
    const { content: typed, isChanged } = work.current;
    if (!isChanged) return;
    if (newest.current.isAutomatic && newest.current.canSave(typed)) void save(true);
    else keepDraft(newest.current.keepAs, typed);
  }, [save]);
  useRhythm(options.isAutomatic && (phase === 'changed' || phase === 'offline'), save, leave);

  const savedNow = useCallback(() => work.current.saved, []);
  return {
    content,
    change,
    phase,
    savedAt,
    message,
    problems,
    setProblems,
    save,
    saveOver,
    savedNow,
  };
}

/** Saves at intervals and when the network is back while something waits; tells of leaving. */
function useRhythm(isWaiting: boolean, save: () => Promise<boolean>, leave: () => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    const now = () => void save();
    const timer = setInterval(now, SAVE_EVERY_MS);
    window.addEventListener('online', now);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', now);
    };
  }, [isWaiting, save]);

  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      leave();
    };
  }, [leave]);
}

function phaseOf(error: unknown): DraftPhase {
  if (error instanceof Offline) return 'offline';
  if (!(error instanceof Refusal)) return 'offline';
  return error.status === 409 ? 'conflict' : error.status >= 500 ? 'offline' : 'refused';
}
