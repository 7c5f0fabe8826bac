import type { ScenarioView } from '@mantianxing/contracts';
import { useState } from 'react';
import type { Content, FieldProblem } from '../drafting/field-spec';
import { ErrorSummary, SaveState } from '../drafting/form-frame';
import { organizationsOf, useAccount } from '../api/session';
import { Button } from '../elements/button';
import { DUPLICATE_QUESTION, DuplicateQuestion } from '../elements/duplicate-question';
import { clockOf } from '../elements/wording';
import type { useScenarioDraft } from './use-scenario-draft';

type Draft = ReturnType<typeof useScenarioDraft>;

interface NoticesProps {
  start: ScenarioView | null;
  kept: { content: Content; at: number } | null;
  draft: Draft;
  onGo: (problem: FieldProblem) => void;
}

/** Over the form: why it came back, what this browser kept, what is wrong, what it resembles, who was faster. */
export function FormNotices({ start, kept, draft, onGo }: NoticesProps) {
  const own = organizationsOf(useAccount(), 'DEPARTMENT');
  const [offered, setOffered] = useState(kept);
  const returned = start?.status === 'RETURNED' ? start.returnReasons : [];
  const answer = (act: () => void) => () => {
    act();
    setOffered(null);
  };
  return (
    <>
      {returned.length > 0 ? (
        <ErrorSummary
          message={`已退回，请补充${returned.length}项。已填内容都在，补充后可再次提交。`}
          problems={returned.map((reason) => ({ ...reason, message: withElement(reason, start?.gate ?? []) }))}
          onGo={onGo}
        />
      ) : null}
      {offered ? (
        <div className="notice">
          <p>这台电脑上留有{clockOf(offered.at)}未能提交的内容。</p>
          <div className="row-of-buttons">
            <Button look="main" onClick={answer(() => draft.restore(offered.content))}>
              恢复
            </Button>
            <Button onClick={answer(draft.dropKept)}>不要了</Button>
          </div>
        </div>
      ) : null}
      {draft.summary ? <ErrorSummary {...draft.summary} onGo={onGo} /> : null}
      {draft.doubt ? (
        <DuplicateQuestion
          anchor={DUPLICATE_QUESTION}
          doubt={draft.doubt}
          own={own}
          side="scenarios"
          doIt="继续提交"
          busy={draft.isSubmitting}
          onConfirm={() => void draft.submit(true)}
        />
      ) : null}
      {draft.phase === 'conflict' ? (
        <div className="notice notice-bad" role="alert">
          <p>{draft.message}</p>
          <div className="row-of-buttons">
            <Button onClick={() => window.open(window.location.href, '_blank')}>看最新的</Button>
            <Button look="main" onClick={() => void draft.saveMine()}>
              保存我的
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

/** A reason about a whole element of the gate names it; one about a field says so itself. */
function withElement({ field, message }: FieldProblem, gate: ScenarioView['gate']): string {
  const element = gate.find((one) => field === `gate.${one.element.toLowerCase()}`);
  return element ? `${element.label}：${message}` : message;
}

export function FormActions({ draft, onPreview }: { draft: Draft; onPreview: () => void }) {
  const { isAutomatic, isLocked, isSubmitting, phase, savedAt, message } = draft;
  return (
    <div className="form-actions">
      <SaveState phase={phase} savedAt={savedAt} message={message} isAutomatic={isAutomatic} />
      <Button onClick={onPreview}>预览</Button>
      {isLocked ? null : (
        <Button look={isAutomatic ? 'plain' : 'main'} onClick={() => void draft.saveNow()}>
          {isAutomatic ? '存草稿' : '保存修改'}
        </Button>
      )}
      {isAutomatic && !isLocked ? (
        <Button look="main" disabled={isSubmitting} onClick={() => void draft.submit()}>
          提交审核
        </Button>
      ) : null}
    </div>
  );
}
