import type { ScenarioView } from '@mantianxing/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { said } from '../elements/said';
import { call, read, Refusal, sentenceOf } from '../api/client';
import type { Content, FieldProblem } from '../drafting/field-spec';
import { forgetDraft } from '../drafting/kept-drafts';
import { useDoubt } from '../drafting/use-doubt';
import { useDraft, type Saved } from '../drafting/use-draft';
import { isOpen } from './scenario-actions';
import { NEW_SCENARIO } from './scenario-fields';

/** Drafts save by themselves; a published entry is amended by a button; the rest is read only. */
const AUTOMATIC = new Set(['DRAFT', 'RETURNED']);
const UNTITLED_PROBLEM = { field: 'title', message: '请填写场景名称，至少2个字。' };

/** The scenario form's draft: where it is saved, and how it is handed in. */
export function useScenarioDraft(start: ScenarioView | null, organizationId: string | undefined) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isSubmitting, setSubmitting] = useState(false);
  const [summary, setSummary] = useState<{ message: string; problems: FieldProblem[] } | null>(null);
  const isAutomatic = !start || AUTOMATIC.has(start.status);
  const keepAs = start ? `scenario-${start.id}` : 'scenario-new';
  const hasTitle = (content: Content) =>
    typeof content.title === 'string' && content.title.trim().length >= 2;

  const draft = useDraft({
    keepAs,
    start: (start?.content as Content | undefined) ?? NEW_SCENARIO,
    startSaved: start ? { id: start.id, version: start.version } : null,
    isAutomatic,
    canSave: hasTitle,
    save: async (saved, content, isLeaving): Promise<Saved> => {
      const options = { keepalive: isLeaving, stayOnExpiry: isLeaving };
      return saved
        ? call<ScenarioView>(
            'PUT',
            `/api/scenarios/${saved.id}`,
            { version: saved.version, content },
            options,
          )
        : call<ScenarioView>(
            'POST',
            '/api/scenarios',
            { ...(organizationId ? { organizationId } : {}), content },
            options,
          );
    },
    onSaved: ({ id }, wasNew) => {
      void cache.invalidateQueries({ queryKey: ['scenarios'] });
      if (wasNew && window.location.pathname.endsWith('/new'))
        void navigate(`/dept/scenarios/${id}/edit`, { replace: true });
    },
  });

  const { doubt, ask } = useDoubt(draft.content);

  const refuse = (message: string, problems: FieldProblem[]) => {
    setSummary({ message, problems });
    draft.setProblems(problems);
    requestAnimationFrame(() => document.getElementById('error-summary')?.focus());
  };

  const saveNow = async (): Promise<boolean> => {
    setSummary(null);
    if (!hasTitle(draft.content)) {
      refuse('请先写名称：', [UNTITLED_PROBLEM]);
      return false;
    }
    return draft.save();
  };

  /** `isConfirmed`: the writer has looked at the entries this one resembles. */
  const submit = async (isConfirmed = false) => {
    setSubmitting(true);
    ask(null);
    try {
      if (!(await saveNow())) return;
      const saved = draft.savedNow();
      if (!saved) return;
      await call<ScenarioView>('POST', `/api/scenarios/${saved.id}/submit`, {
        version: saved.version,
        ...(isConfirmed ? { confirmNotDuplicate: true } : {}),
      });
      await cache.invalidateQueries({ queryKey: ['scenarios'] });
      const sentence = `已提交《${String(draft.content.title)}》，审核结果会通知您；审核前可撤回提交。`;
      void navigate('/dept/scenarios', { state: said(sentence) });
    } catch (error) {
      if (ask(error)) return;
      refuse(sentenceOf(error), error instanceof Refusal ? error.problem.problems : []);
    } finally {
      setSubmitting(false);
    }
  };

  /** Over another person's version, after looking at it. */
  const saveMine = async () => {
    const saved = draft.savedNow();
    if (!saved) return;
    const newest = await read<ScenarioView>(`/api/scenarios/${saved.id}`);
    await draft.saveOver(newest.version);
  };

  const restore = (content: Content) => {
    for (const [name, value] of Object.entries(content)) draft.change(name, value);
  };

  return {
    ...draft,
    isAutomatic,
    isLocked: !isAutomatic && !isOpen(start),
    isSubmitting,
    summary,
    doubt,
    saveNow,
    submit,
    saveMine,
    restore,
    dropKept: () => forgetDraft(keepAs),
  };
}
