import type { GateElementView, ScenarioContent, ScenarioView } from '@mantianxing/contracts';
import { useState } from 'react';
import { useAccount, organizationsOf } from '../api/session';
import '../drafting/drafting.css';
import {
  lengthProblems,
  problemsByField,
  taskState,
  type Content,
  type FieldProblem,
} from '../drafting/field-spec';
import { focusField, focusSection, FormSection, TaskList } from '../drafting/form-frame';
import { Page } from '../elements/page';
import { FormActions, FormNotices } from './form-notices';
import { GatePanel, useGateCheck } from './gate-panel';
import { Preview } from './preview';
import {
  fieldsOf,
  gatePasses,
  NEW_SCENARIO,
  SCENARIO_FIELDS,
  SCENARIO_SECTIONS,
  specOfProblem,
  targetOf,
} from './scenario-fields';
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
  const check = useGateCheck(
    draft.content,
    start && { gate: start.gate, clarity: start.clarity },
    draft.savedNow,
  );
  const gate = check?.gate ?? [];
  const tasks = SCENARIO_SECTIONS.map((name) => ({
    name,
    state: taskState(fieldsOf(name), draft.content, gatePasses(name, gate), NEW_SCENARIO),
  }));
  const problems = problemsByField([...draft.problems, ...lengthProblems(SCENARIO_FIELDS, draft.content)]);
  const unit = start?.organizationName ?? organizationsOf(account, 'DEPARTMENT')[0]?.organizationName ?? '';

  const openSection = (name: string) => {
    setSection(name);
    focusSection();
  };
  const goTo = (name: string, sectionName: string) => {
    setSection(sectionName);
    focusField(name);
  };
  const goToGate = (element: GateElementView['element'], field: string) => {
    const target = targetOf(element, field);
    goTo(target.name, target.section);
  };
  const goToProblem = ({ field }: FieldProblem) => {
    const spec = specOfProblem(field, gate);
    if (spec) goTo(spec.name, spec.section);
  };
  const at = SCENARIO_SECTIONS.indexOf(section as (typeof SCENARIO_SECTIONS)[number]);
  const title = start ? (draft.isLocked ? '查看场景' : '编辑场景') : '新建场景';
  if (isPreview) {
    return (
      <Page title={title}>
        <Preview
          content={draft.content as Partial<ScenarioContent>}
          unit={unit}
          onClose={() => setPreview(false)}
        />
      </Page>
    );
  }
  return (
    <Page title={title} lead={start ? `${start.content.title}·${start.statusLabel}` : undefined}>
      <FormNotices start={start} kept={kept} draft={draft} onGo={goToProblem} />
      <div className="form-grid">
        <TaskList tasks={tasks} current={section} onGo={openSection} />
        <FormSection
          name={section}
          fields={fieldsOf(section)}
          content={draft.content}
          problems={problems}
          isLocked={draft.isLocked}
          onChange={draft.change}
          before={SCENARIO_SECTIONS[at - 1]}
          after={SCENARIO_SECTIONS[at + 1]}
          onGo={openSection}
        />
        <GatePanel check={check} onGo={goToGate} />
      </div>
      <FormActions draft={draft} onPreview={() => setPreview(true)} />
    </Page>
  );
}
