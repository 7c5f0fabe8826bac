import { type ReactNode } from 'react';
import { Button } from '../elements/button';
import { clockOf } from '../elements/wording';
import { Field } from './field';
import {
  TASK_MARK,
  TASK_WORD,
  type Content,
  type FieldProblem,
  type FieldSpec,
  type TaskState,
} from './field-spec';
import type { DraftPhase } from './use-draft';

export interface Task {
  name: string;
  state: TaskState;
}

/** Tasks on the left, in any order; each says how it stands in a word as well as a sign. */
export function TaskList({
  tasks,
  current,
  onGo,
}: {
  tasks: Task[];
  current: string;
  onGo: (name: string) => void;
}) {
  return (
    <nav className="tasks" aria-label="填写任务">
      <ol>
        {tasks.map(({ name, state }) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === current ? 'step' : undefined}
              onClick={() => onGo(name)}
            >
              <span aria-hidden="true" className={`task-mark task-${state}`}>
                {TASK_MARK[state]}
              </span>
              {name}
              <span className="aside">{TASK_WORD[state]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** On top after a refused submission: every problem, linked to its field. */
export function ErrorSummary({
  message,
  problems,
  onGo,
}: {
  message: string;
  problems: readonly FieldProblem[];
  onGo: (problem: FieldProblem) => void;
}) {
  return (
    <div className="notice notice-bad summary" role="alert" tabIndex={-1} id="error-summary">
      <div>
        <b>{message}</b>
        <ul>
          {problems.map((problem) => (
            <li key={problem.field + problem.message}>
              <button type="button" className="link-button" onClick={() => onGo(problem)}>
                {problem.message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface SectionProps {
  name: string;
  fields: FieldSpec[];
  content: Content;
  problems: Record<string, string>;
  isLocked?: boolean;
  onChange: (name: string, value: unknown) => void;
  before?: string;
  after?: string;
  onGo: (name: string) => void;
  children?: ReactNode;
}

export function FormSection(props: SectionProps) {
  const { name, fields, content, problems, isLocked, onChange, before, after, onGo, children } = props;
  return (
    <section className="form-section" aria-label={name}>
      <h2 id="form-section" tabIndex={-1}>
        {name}
      </h2>
      {children}
      {fields.map((spec) => (
        <Field
          key={spec.name}
          spec={spec}
          value={content[spec.name]}
          problem={problems[spec.name]}
          isLocked={isLocked}
          onChange={onChange}
        />
      ))}
      <div className="row-of-buttons">
        {before ? <Button onClick={() => onGo(before)}>上一节：{before}</Button> : null}
        {after ? <Button onClick={() => onGo(after)}>下一节：{after}</Button> : null}
      </div>
    </section>
  );
}

interface SaveStateProps {
  phase: DraftPhase;
  savedAt: number | null;
  message: string;
  isAutomatic: boolean;
}

/** 已保存10:32 — or what stands in the way. */
export function SaveState({ phase, savedAt, message, isAutomatic }: SaveStateProps) {
  const saved = savedAt ? `已保存${clockOf(savedAt)}` : '';
  const words: Record<DraftPhase, string> = {
    saved,
    changed: isAutomatic ? saved || '尚未保存' : '有未保存的修改',
    saving: '正在保存',
    offline: '网络中断，内容已保留，恢复后自动提交。',
    refused: message,
    conflict: message,
  };
  const isBad = phase === 'offline' || phase === 'refused' || phase === 'conflict';
  return (
    <span className={isBad ? 'save-state problem' : 'save-state aside'} role="status">
      {words[phase]}
    </span>
  );
}

/** After a change of section: its heading comes into view and takes the focus. */
export function focusSection(): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById('form-section');
    heading?.focus({ preventScroll: true });
    if (heading && heading.getBoundingClientRect().top < 0) heading.parentElement?.scrollIntoView();
  });
}

/** Puts the cursor into a field that may only just have come onto the screen. */
export function focusField(name: string): void {
  requestAnimationFrame(() => {
    const control = document.getElementById(`field-${name}`);
    control?.focus();
    control?.closest('.field')?.scrollIntoView({ block: 'center' });
  });
}
