import { MESSAGE_KIND, MESSAGE_MODE, MESSAGE_MODES, type MessageMode, type MessagePreferenceView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, sentenceOf } from '../api/client';
import { preferencesQuery } from '../api/queries';
import { ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Page } from '../elements/page';
import { Problem } from '../elements/problem';
import './message-preferences.css';

type Item = MessagePreferenceView['items'][number];

/** 通知设置: which mails, and when? The inbox always has everything. */
export default function MessagePreferencesPage() {
  const query = useQuery(preferencesQuery);
  return (
    <Page
      title="通知设置"
      lead="站内消息总是立即出现。这里决定哪些消息还发邮件、什么时候发。"
      action={<ButtonLink to="/me">返回个人设置</ButtonLink>}
    >
      <Loaded query={query} lines={10}>
        {(view) => (
          <>
            <Times view={view} />
            <div className="kinds">
              {view.items.map((item) => (
                <Kind key={item.kind} item={item} />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Times({ view: { digestAt, quietHours, hasEmail } }: { view: MessagePreferenceView }) {
  if (!hasEmail) {
    return (
      <div className="notice">
        <p>您的账号还没有登记邮箱，目前只有站内消息。登记邮箱请联系管理员，设置会保留到那时使用。</p>
      </div>
    );
  }
  return (
    <p className="kinds-times">
      每日汇总在工作日{digestAt}发出，没有新消息就不发。
      {quietHours ? `${quietHours}不发邮件，攒到次日早上；账号安全除外。` : '本平台目前全天都发邮件。'}
    </p>
  );
}

function Kind({ item }: { item: Item }) {
  const cache = useQueryClient();
  const [saved, setSaved] = useState('');
  const [problem, setProblem] = useState('');
  const choose = async (mode: MessageMode) => {
    setProblem('');
    setSaved('');
    try {
      await call('PUT', '/api/message-preferences', { kind: item.kind, mode });
      setSaved('已保存');
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    await cache.invalidateQueries({ queryKey: ['message-preferences'] });
  };
  return (
    <fieldset className="kind">
      <legend>{MESSAGE_KIND[item.kind]}</legend>
      <p className="aside">{item.note}</p>
      {item.fixedBecause ? (
        <p className="kind-fixed">
          <span className="state state-good">即时</span>
          {item.fixedBecause}
        </p>
      ) : (
        <div className="kind-modes">
          {MESSAGE_MODES.map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name={`kind-${item.kind}`}
                checked={item.mode === mode}
                onChange={() => void choose(mode)}
              />
              {MESSAGE_MODE[mode]}
            </label>
          ))}
          <span className="aside" role="status">
            {saved || (item.isDefault ? '默认' : '')}
          </span>
        </div>
      )}
      <Problem text={problem} />
    </fieldset>
  );
}
