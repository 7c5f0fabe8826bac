import type { GateElementView, ScenarioContent, ScenarioView } from '@mantianxing/contracts';
import { useState } from 'react';
import { useAccount, organizationsOf } from '../api/session';
import '../drafting/drafting.css';
import { lengthProblems, problemsByField, taskState, type Content, type FieldProblem } from '../drafting/field-spec';
import { ErrorSummary, focusField, FormSection, SaveState, TaskList } from '../drafting/form-frame';
import { Button } from '../elements/button';
import { Page } from '../elements/page';
import { clockOf } from '../elements/wording';
import { GatePanel, useGateCheck } from './gate-panel';
import { Preview } from './preview';
import { fieldsOf, gatePasses, NEW_SCENARIO, SCENARIO_FIELDS, SCENARIO_SECTIONS, targetOf } from './scenario-fields';
import { useScenarioDraft } from './use-scenario-draft';

interface FormProps {
  start: ScenarioView | null;
  /** What this browser kept because the server could not take it. */
  kept: { content: Content; at: number } | null;
}

export function ScenarioForm({ start, kept }: FormProps) {
  const account = useAccount();
  const draft = useScenarioDraft(start, organizationsOf(account, 'DEPARTMENT')[0]?.organizationId);
  const [section, setSection] = useState<string>(SCENARIO_SECTIONS[0]);
  const [isPreview, setPreview] = useState(false);
  const [offered, setOffered] = useState(kept);
  const check = useGateCheck(draft.content, start && { gate: start.gate, clarity: start.clarity });
  const gate = check?.gate ?? [];
  const tasks = SCENARIO_SECTIONS.map((name) => ({ name, state: taskState(fieldsOf(name), draft.content, gatePasses(name, gate), NEW_SCENARIO) }));
  const problems = problemsByField([...draft.problems, ...lengthProblems(SCENARIO_FIELDS, draft.content)]);
  const unit = start?.organizationName ?? organizationsOf(account, 'DEPARTMENT')[0]?.organizationName ?? '';

  const goTo = (name: string, sectionName: string) => {
    setSection(sectionName);
    focusField(name);
  };
  const goToGate = (element: GateElementView['element'], field: string) => {
    const target = targetOf(element, field);
    goTo(target.name, target.section);
  };
  const goToProblem = ({ field }: FieldProblem) => {
    const name = Object.keys(problemsByField([{ field, message: '' }]))[0]!;
    const spec = SCENARIO_FIELDS.find((one) => one.name === name);
    if (spec) goTo(spec.name, spec.section);
    else {
      const element = gate.find((one) => one.missing.some((missing) => missing.field === field));
      if (element) goToGate(element.element, field);
    }
  };
  const at = SCENARIO_SECTIONS.indexOf(section as (typeof SCENARIO_SECTIONS)[number]);
  const title = start ? (draft.isLocked ? '查看场景' : '编辑场景') : '新建场景';
  if (isPreview) {
    return (
      <Page title={title}>
        <Preview content={draft.content as Partial<ScenarioContent>} unit={unit} onClose={() => setPreview(false)} />
      </Page>
    );
  }
  return (
    <Page title={title} lead={start ? `${start.content.title}·${start.statusLabel}` : undefined}>
      {start && start.returnReasons.length > 0 && start.status === 'RETURNED' ? (
        <ErrorSummary message={`已退回，请补充${start.returnReasons.length}项。已填内容都在，补充后可再次提交。`} problems={start.returnReasons} onGo={goToProblem} />
      ) : null}
      {offered ? (
        <div className="notice">
          <p>这台电脑上留有{clockOf(offered.at)}未能提交的内容。</p>
          <div className="row-of-buttons">
            <Button look="main" onClick={() => { draft.restore(offered.content); setOffered(null); }}>恢复</Button>
            <Button onClick={() => { draft.dropKept(); setOffered(null); }}>不要了</Button>
          </div>
        </div>
      ) : null}
      {draft.summary ? <ErrorSummary {...draft.summary} onGo={goToProblem} /> : null}
      {draft.phase === 'conflict' ? (
        <div className="notice notice-bad">
          <p>刚被他人修改，请比对后保存。</p>
          <div className="row-of-buttons">
            <Button onClick={() => window.open(window.location.href, '_blank')}>看最新的</Button>
            <Button look="main" onClick={() => void draft.saveMine()}>保存我的</Button>
          </div>
        </div>
      ) : null}
      <div className="form-grid">
        <TaskList tasks={tasks} current={section} onGo={setSection} />
        <FormSection
          name={section}
          fields={fieldsOf(section)}
          content={draft.content}
          problems={problems}
          isLocked={draft.isLocked}
          onChange={draft.change}
          before={SCENARIO_SECTIONS[at - 1]}
          after={SCENARIO_SECTIONS[at + 1]}
          onGo={setSection}
        />
        <GatePanel check={check} onGo={goToGate} />
      </div>
      <div className="form-actions">
        <SaveState phase={draft.phase} savedAt={draft.savedAt} message={draft.message} isAutomatic={draft.isAutomatic} />
        <Button onClick={() => setPreview(true)}>预览</Button>
        {draft.isLocked ? null : (
          <>
            <Button look={draft.isAutomatic ? 'plain' : 'main'} onClick={() => void draft.saveNow()}>{draft.isAutomatic ? '存草稿' : '保存修改'}</Button>
            {draft.isAutomatic ? <Button look="main" disabled={draft.isSubmitting} onClick={() => void draft.submit()}>提交审核</Button> : null}
          </>
        )}
      </div>
    </Page>
  );
}
