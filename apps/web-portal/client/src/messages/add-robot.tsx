import { GROUP_EVENT, GROUP_EVENTS, ROBOT_KIND, ROBOT_KINDS, type GroupEvent, type MadeView, type RobotKind } from '@mantianxing/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call, Refusal, sentenceOf } from '../api/client';
import '../drafting/drafting.css';
import { Button } from '../elements/button';
import { Problem } from '../elements/problem';

const HELP: Record<RobotKind, { webhook: string; secret: string }> = {
  WECOM: { webhook: '群设置→群机器人→添加，复制Webhook地址。', secret: '' },
  DINGTALK: { webhook: '群设置→机器人→自定义，安全设置选“加签”，复制Webhook。', secret: '“加签”一栏以SEC开头的密钥。' },
  FEISHU: { webhook: '群设置→群机器人→自定义机器人，复制Webhook地址。', secret: '安全设置中“签名校验”的密钥。' },
};

interface Draft {
  kind: RobotKind;
  name: string;
  webhook: string;
  secret: string;
  events: GroupEvent[];
}
const EMPTY: Draft = { kind: 'WECOM', name: '', webhook: '', secret: '', events: [...GROUP_EVENTS] };

/** The first thing still missing. */
function lackOf({ name, webhook, events }: Draft): { message: string; field: string } | null {
  if (!name.trim()) return { field: 'name', message: '请填写名称。' };
  if (!webhook.trim()) return { field: 'webhook', message: '请填写机器人地址。' };
  return events.length === 0 ? { field: 'events', message: '请至少选择一项要告知的内容。' } : null;
}

/** A new robot. What is typed here is sealed on the server and never shown again. */
export function AddRobot({ onSaved, onCancel }: { onSaved: (name: string) => void; onCancel: () => void }) {
  const cache = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ message: string; field: string } | null>(null);
  const change = (part: Partial<Draft>) => {
    setRefused(null);
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const lack = lackOf(draft);
    setRefused(lack);
    if (lack) return;
    setBusy(true);
    try {
      const { secret, ...rest } = draft;
      await call<MadeView>('POST', '/api/group-robots', { ...rest, ...(secret && draft.kind !== 'WECOM' && { secret }) });
      await cache.invalidateQueries({ queryKey: ['group-robots'] });
      onSaved(draft.name.trim());
    } catch (error) {
      const [first] = error instanceof Refusal ? error.problem.problems : [];
      setRefused({ message: first?.message ?? sentenceOf(error), field: first?.field ?? '' });
      setBusy(false);
    }
  };
  const line = (name: 'name' | 'webhook' | 'secret', label: string, hint: string, isSecret = false) => (
    <div className={refused?.field === name ? 'field field-bad' : 'field'}>
      <label htmlFor={`robot-${name}`}>
        {label}
        {name === 'secret' ? null : <span className="needed">必填</span>}
      </label>
      {hint ? <p className="aside">{hint}</p> : null}
      <input
        id={`robot-${name}`}
        className="plain-input"
        type={isSecret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'name' ? 40 : name === 'secret' ? 200 : 500}
        value={draft[name]}
        aria-invalid={refused?.field === name}
        onChange={(event) => change({ [name]: event.target.value })}
      />
      <Problem text={refused?.field === name ? refused.message : undefined} />
    </div>
  );
  return (
    <form className="form-section robot-form" aria-label="添加群机器人" onSubmit={(event) => void save(event)}>
      <h2>添加群机器人</h2>
      <fieldset className="robot-choice">
        <legend>哪种群</legend>
        {ROBOT_KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="robot-kind" checked={draft.kind === kind} onChange={() => change({ kind })} />
            {ROBOT_KIND[kind]}
          </label>
        ))}
      </fieldset>
      {line('name', '名称', '例如区经信委工作群。')}
      {line('webhook', '机器人地址', `${HELP[draft.kind].webhook}保存后不再显示。`, true)}
      {draft.kind === 'WECOM' ? null : line('secret', '签名密钥', HELP[draft.kind].secret, true)}
      <fieldset className="robot-choice robot-events">
        <legend>告知什么</legend>
        {GROUP_EVENTS.map((event) => (
          <label key={event}>
            <input
              type="checkbox"
              checked={draft.events.includes(event)}
              onChange={({ target }) =>
                change({ events: target.checked ? [...draft.events, event] : draft.events.filter((one) => one !== event) })
              }
            />
            {GROUP_EVENT[event]}
          </label>
        ))}
      </fieldset>
      <Problem text={refused && ['name', 'webhook', 'secret'].includes(refused.field) ? undefined : refused?.message} />
      <div className="row-of-buttons">
        <Button type="submit" look="main" disabled={isBusy}>
          保存
        </Button>
        <Button onClick={onCancel}>不了，返回</Button>
      </div>
    </form>
  );
}
