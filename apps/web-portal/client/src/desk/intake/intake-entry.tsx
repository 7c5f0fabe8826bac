import type { ScenarioView } from '@mantianxing/contracts';
import { useState, type FormEvent } from 'react';
import { useLetters } from '../../api/session';
import { GateList } from '../../department/gate-panel';
import { Button } from '../../elements/button';
import { useAction } from '../../elements/use-action';
import { contentRows } from './content-rows';

/** Said over the list, which the entry may have left. */
const DONE = {
  approve: (title: string) => `已通过《${title}》，由统筹发布。`,
  return: (title: string) => `已退回《${title}》，单位会看到原因，补充后可再次提交。`,
  publish: (title: string) => `已发布《${title}》，现已公开，正在匹配企业。`,
};

/** One submitted entry: the gate element by element, the content, and the decision. */
export function IntakeEntry({ item, onSaid }: { item: ScenarioView; onSaid: (sentence: string) => void }) {
  const letters = useLetters();
  const [isReturning, setReturning] = useState(false);
  const { act, busy, problem } = useAction(['scenarios']);
  const take = async (name: keyof typeof DONE, more: object = {}) => {
    const isDone = await act(item.id, `/api/scenarios/${item.id}/${name}`, { version: item.version, ...more });
    if (isDone) onSaid(DONE[name](item.content.title));
    return isDone;
  };
  const step = (name: keyof typeof DONE) => void take(name);
  const isSubmitted = item.status === 'SUBMITTED';
  return (
    <article className="intake-entry" aria-label={item.content.title}>
      <p className="aside">
        {item.organizationName}
        {item.revision > 0 ? `·第${item.revision}版` : ''}·清单得分{item.clarity.score}
      </p>
      <h2>{item.content.title}</h2>
      <GateList gate={item.gate} />
      {problem ? (
        <p className="notice notice-bad" role="alert">
          {problem.message}
        </p>
      ) : null}
      {isReturning ? (
        <ReturnForm
          item={item}
          busy={busy !== null}
          onCancel={() => setReturning(false)}
          onReturn={async (reasons) => {
            if (await take('return', { reasons })) setReturning(false);
          }}
        />
      ) : (
        <div className="row-of-buttons intake-actions">
          {isSubmitted ? (
            <>
              <Button look="main" disabled={busy !== null} onClick={() => step('approve')}>
                通过
              </Button>
              <Button disabled={busy !== null} onClick={() => setReturning(true)}>
                退回补充
              </Button>
            </>
          ) : letters.has('C') ? (
            <Button look="main" disabled={busy !== null} onClick={() => step('publish')}>
              发布
            </Button>
          ) : (
            <span className="aside">已通过审核，由统筹发布。</span>
          )}
        </div>
      )}
      <dl className="intake-content">
        {contentRows(item.content).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

interface ReturnProps {
  item: ScenarioView;
  busy: boolean;
  onReturn: (reasons: { field: string; message: string }[]) => void;
  onCancel: () => void;
}

/** A reason for each element that wants work; what the gate has found missing stands there already. */
function ReturnForm({ item, busy, onReturn, onCancel }: ReturnProps) {
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      item.gate.map(({ element, missing }) => [element, missing.map(({ message }) => message).join('；')]),
    ),
  );
  const reasons = item.gate
    .map(({ element, missing }) => ({
      field: missing[0]?.field ?? `gate.${element.toLowerCase()}`,
      message: (texts[element] ?? '').trim(),
    }))
    .filter(({ message }) => message !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReturn(reasons);
  };
  return (
    <form className="ask" onSubmit={submit}>
      <p>退回后，单位会看到以下原因。不用补充的一栏请留空。</p>
      {item.gate.map(({ element, label }, index) => (
        <label key={element}>
          {label}
          <textarea
            rows={1}
            maxLength={300}
            autoFocus={index === 0}
            value={texts[element] ?? ''}
            onChange={(event) => setTexts({ ...texts, [element]: event.target.value })}
          />
        </label>
      ))}
      <div className="row-of-buttons">
        <Button type="submit" look="main" disabled={busy || reasons.length === 0}>
          退回补充
        </Button>
        <Button onClick={onCancel}>不了，返回</Button>
      </div>
    </form>
  );
}
