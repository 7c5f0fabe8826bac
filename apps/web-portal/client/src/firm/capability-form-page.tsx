import type { CapabilityView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { said } from '../elements/said';
import { call, Refusal, sentenceOf } from '../api/client';
import { capabilityQuery } from '../api/queries';
import { organizationsOf, useAccount } from '../api/session';
import { AntPart } from '../appearance/ant-part';
import '../drafting/drafting.css';
import {
  lengthProblems,
  problemsByField,
  taskState,
  type Content,
  type FieldProblem,
} from '../drafting/field-spec';
import {
  ErrorSummary,
  focusField,
  focusSection,
  FormSection,
  SaveState,
  TaskList,
} from '../drafting/form-frame';
import { useDoubt } from '../drafting/use-doubt';
import { useDraft } from '../drafting/use-draft';
import { Button } from '../elements/button';
import { DUPLICATE_QUESTION, DuplicateQuestion } from '../elements/duplicate-question';
import { Loaded } from '../elements/loaded';
import { Page } from '../elements/page';
import { CAPABILITY_FIELDS, CAPABILITY_SECTIONS } from './capability-fields';
import { CheckPanel, useCapabilityCheck } from './check-panel';

export default function CapabilityFormPage() {
  const { id } = useParams();
  const [isNew] = useState(id === undefined);
  return <AntPart>{isNew ? <CapabilityForm start={null} /> : <Existing key={id} id={id!} />}</AntPart>;
}

function Existing({ id }: { id: string }) {
  const query = useQuery({ ...capabilityQuery(id), staleTime: Infinity, gcTime: 0 });
  return (
    <Loaded query={query} lines={14}>
      {(data) => <CapabilityForm start={data} />}
    </Loaded>
  );
}

/** The contract needs a name and a kind before anything can be kept. */
const canSave = ({ name, kind }: Content) =>
  typeof name === 'string' && name.trim().length >= 2 && Boolean(kind);

function useCapabilityDraft(start: CapabilityView | null) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const firms = organizationsOf(useAccount(), 'FIRM');
  const firmId = firms[0]?.organizationId;
  const isAutomatic = !start || start.status === 'DRAFT';
  const [summary, setSummary] = useState<{ message: string; problems: FieldProblem[] } | null>(null);
  const draft = useDraft({
    keepAs: start ? `capability-${start.id}` : 'capability-new',
    start: (start?.content as Content | undefined) ?? {},
    startSaved: start ? { id: start.id, version: start.version } : null,
    isAutomatic,
    canSave,
    save: (saved, content, isLeaving) =>
      saved
        ? call<CapabilityView>(
            'PUT',
            `/api/capabilities/${saved.id}`,
            { version: saved.version, content },
            { keepalive: isLeaving, stayOnExpiry: isLeaving },
          )
        : call<CapabilityView>(
            'POST',
            '/api/capabilities',
            { ...(firmId ? { firmId } : {}), content },
            { keepalive: isLeaving, stayOnExpiry: isLeaving },
          ),
    onSaved: ({ id }, wasNew) => {
      void cache.invalidateQueries({ queryKey: ['capabilities'] });
      if (wasNew && window.location.pathname.endsWith('/new'))
        void navigate(`/firm/capabilities/${id}/edit`, { replace: true });
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
    if (canSave(draft.content)) return draft.save();
    refuse('请先写名称和类型：', [
      { field: 'name', message: '请填写能力名称，至少2个字。' },
      { field: 'kind', message: '请选择类型。' },
    ]);
    return false;
  };
  /** `isConfirmed`: the writer has looked at the entries this one resembles. */
  const publish = async (isConfirmed = false) => {
    ask(null);
    if (!(await saveNow())) return;
    const saved = draft.savedNow();
    if (!saved) return;
    try {
      await call('POST', `/api/capabilities/${saved.id}/publish`, {
        version: saved.version,
        ...(isConfirmed ? { confirmNotDuplicate: true } : {}),
      });
      await cache.invalidateQueries({ queryKey: ['capabilities'] });
      void navigate('/firm/capabilities', { state: said(`已发布“${String(draft.content.name)}”，有契合的场景会通知您。`) });
    } catch (error) {
      if (ask(error)) return;
      refuse(sentenceOf(error), error instanceof Refusal ? error.problem.problems : []);
    }
  };
  return { ...draft, isAutomatic, summary, doubt, firms, saveNow, publish };
}

function CapabilityForm({ start }: { start: CapabilityView | null }) {
  const draft = useCapabilityDraft(start);
  const check = useCapabilityCheck(draft.content, canSave(draft.content), draft.savedNow);
  const [section, setSection] = useState<string>(CAPABILITY_SECTIONS[0]);
  const fieldsOf = (name: string) => CAPABILITY_FIELDS.filter((field) => field.section === name);
  const problems = problemsByField([...draft.problems, ...lengthProblems(CAPABILITY_FIELDS, draft.content)]);
  const tasks = CAPABILITY_SECTIONS.map((name) => ({
    name,
    state: taskState(fieldsOf(name), draft.content, true),
  }));
  const at = CAPABILITY_SECTIONS.indexOf(section as (typeof CAPABILITY_SECTIONS)[number]);
  const openSection = (name: string) => {
    setSection(name);
    focusSection();
  };
  const goTo = ({ field }: FieldProblem) => {
    const name = Object.keys(problemsByField([{ field, message: '' }]))[0]!;
    const spec = CAPABILITY_FIELDS.find((one) => one.name === name);
    if (!spec) return;
    setSection(spec.section);
    focusField(spec.name);
  };
  return (
    <Page
      title={start ? '编辑能力' : '登记能力'}
      lead={start ? `${start.content.name}·${start.statusLabel}` : '约5分钟，可随时离开，内容自动保存。'}
    >
      {draft.summary ? <ErrorSummary {...draft.summary} onGo={goTo} /> : null}
      {draft.doubt ? (
        <DuplicateQuestion
          anchor={DUPLICATE_QUESTION}
          doubt={draft.doubt}
          own={draft.firms}
          side="capabilities"
          doIt="继续发布"
          onConfirm={() => void draft.publish(true)}
        />
      ) : null}
      <div className="form-grid">
        <TaskList tasks={tasks} current={section} onGo={openSection} />
        <FormSection
          name={section}
          fields={fieldsOf(section)}
          content={draft.content}
          problems={problems}
          onChange={draft.change}
          before={CAPABILITY_SECTIONS[at - 1]}
          after={CAPABILITY_SECTIONS[at + 1]}
          onGo={openSection}
        />
        <CheckPanel check={check} onGo={goTo} />
      </div>
      <div className="form-actions">
        <SaveState
          phase={draft.phase}
          savedAt={draft.savedAt}
          message={draft.message}
          isAutomatic={draft.isAutomatic}
        />
        <Button look={draft.isAutomatic ? 'plain' : 'main'} onClick={() => void draft.saveNow()}>
          {draft.isAutomatic ? '存草稿' : '保存修改'}
        </Button>
        {draft.isAutomatic ? (
          <Button look="main" onClick={() => void draft.publish()}>
            发布
          </Button>
        ) : null}
      </div>
    </Page>
  );
}
