import type { ScenarioView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ownScenariosQuery } from '../api/queries';
import { AskInPlace } from '../elements/ask-in-place';
import { Button, ButtonLink } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { useNow } from '../elements/now';
import { Empty, Page } from '../elements/page';
import { Said } from '../elements/said';
import { StateMark } from '../elements/state-mark';
import { useAction } from '../elements/use-action';
import { dueIn, momentOf } from '../elements/wording';
import { isOpen, nextOf, stepsOf, type StepOffer } from './scenario-actions';

export default function ScenariosPage() {
  const query = useQuery(ownScenariosQuery);
  const newOne = (
    <ButtonLink look="main" to="/dept/scenarios/new">
      新建场景
    </ButtonLink>
  );
  return (
    <Page title="我的场景" action={newOne}>
      <Said />
      <Loaded query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="还没有场景，新建一个，约15分钟。" action={newOne} />
          ) : (
            <ScenarioTable items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function ScenarioTable({ items }: { items: ScenarioView[] }) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">场景</th>
          <th scope="col">状态</th>
          <th scope="col">清单得分</th>
          <th scope="col">期限</th>
          <th scope="col">更新</th>
          <th scope="col">下一步</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ScenarioRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ScenarioRow({ item }: { item: ScenarioView }) {
  const now = useNow(null);
  const [asked, setAsked] = useState<StepOffer | null>(null);
  const { act, busy, problem, clear } = useAction(['scenarios']);
  const next = nextOf(item);
  const missing = item.gate.reduce((sum, element) => sum + element.missing.length, 0);
  const doStep = async (offer: StepOffer, reason: string, deadline: string) => {
    const body = { version: item.version, ...(offer.needsReason ? { reason } : {}), ...(offer.needsDay ? { deadline } : {}) };
    if (await act(item.id, `/api/scenarios/${item.id}/${offer.step}`, body)) setAsked(null);
  };
  return (
    <tr>
      <td className="title-cell">
        <Link to={`/dept/scenarios/${item.id}/edit`}>{item.content.title}</Link>
        {item.status === 'RETURNED' ? (
          <p className="problem">缺：{item.returnReasons.map((reason) => reason.message).join('；')}</p>
        ) : null}
        {asked ? (
          <AskInPlace
            sentence={asked.sentence}
            doIt={asked.doIt}
            reasonLabel={asked.needsReason ? '原因（对方会看到）' : undefined}
            dayLabel={asked.needsDay ? '新的截止日期' : undefined}
            busy={busy !== null}
            problem={problem?.message}
            onDo={(reason, day) => void doStep(asked, reason, day)}
            onCancel={() => {
              setAsked(null);
              clear();
            }}
          />
        ) : null}
      </td>
      <td data-label="状态">
        <StateMark status={item.status} label={item.statusLabel} />
      </td>
      <td data-label="清单得分" className="figure">
        {item.clarity.score}
        {missing > 0 && !['WITHDRAWN', 'EXPIRED', 'NOT_LANDED'].includes(item.status) ? <span className="aside"> 还差{missing}项</span> : null}
      </td>
      <td data-label="期限" className="due">
        {item.dueAt ? dueIn(item.dueAt, now) : '—'}
      </td>
      <td data-label="更新" className="figure">
        {momentOf(item.updatedAt)}
      </td>
      <td>
        <div className="row-of-buttons">
          {next ? <ButtonLink to={next.to}>{next.label}</ButtonLink> : null}
          {isOpen(item) ? (
            <ButtonLink look="quiet" to={`/dept/scenarios/${item.id}/edit`}>
              修改
            </ButtonLink>
          ) : null}
          {stepsOf(item).map((offer) => (
            <Button key={offer.step} look="quiet" onClick={() => setAsked(offer)}>
              {offer.label}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}
