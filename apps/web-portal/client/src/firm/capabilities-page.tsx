import type { CapabilityView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ownCapabilitiesQuery } from '../api/queries';
import { organizationsOf, useAccount } from '../api/session';
import { AskInPlace } from '../elements/ask-in-place';
import { Problem } from '../elements/problem';
import { Button, ButtonLink } from '../elements/button';
import { DuplicateQuestion } from '../elements/duplicate-question';
import { Loaded } from '../elements/loaded';
import { useNow } from '../elements/now';
import { Empty, Page } from '../elements/page';
import { Said } from '../elements/said';
import { StateMark } from '../elements/state-mark';
import { useAction } from '../elements/use-action';
import { dayOf, dueIn } from '../elements/wording';
import { capabilitySteps, type CapabilityOffer } from './capability-actions';

export default function CapabilitiesPage() {
  const query = useQuery(ownCapabilitiesQuery);
  const newOne = (
    <ButtonLink look="main" to="/firm/capabilities/new">
      登记能力
    </ButtonLink>
  );
  return (
    <Page title="我的能力" action={newOne}>
      <Said />
      <Loaded query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text="登记第一项能力，约5分钟。" action={newOne} />
          ) : (
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">能力</th>
                  <th scope="col">状态</th>
                  <th scope="col">确认有效</th>
                  <th scope="col">期限</th>
                  <th scope="col">操作</th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <CapabilityRow key={item.id} item={item} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Page>
  );
}

function CapabilityRow({ item }: { item: CapabilityView }) {
  const now = useNow(null);
  const [asked, setAsked] = useState<CapabilityOffer | null>(null);
  const { act, busy, problem, clear } = useAction(['capabilities', 'firm-matches']);
  const firms = organizationsOf(useAccount(), 'FIRM');
  const doStep = async ({ step }: Pick<CapabilityOffer, 'step'>, more: object = {}) => {
    const body = { version: item.version, ...more };
    if (await act(item.id, `/api/capabilities/${item.id}/${step}`, body)) setAsked(null);
  };
  const canEdit = item.status === 'DRAFT' || item.status === 'PUBLISHED';
  return (
    <tr>
      <td className="title-cell">
        {canEdit ? (
          <Link to={`/firm/capabilities/${item.id}/edit`}>{item.content.name}</Link>
        ) : (
          <b>{item.content.name}</b>
        )}
        {item.missing.length > 0 ? (
          <p className="problem">还差：{item.missing.map((one) => one.message).join('；')}</p>
        ) : null}
        {problem?.doubt ? (
          <DuplicateQuestion
            doubt={problem.doubt}
            own={firms}
            side="capabilities"
            doIt="继续发布"
            busy={busy !== null}
            onConfirm={() => void doStep({ step: 'publish' }, { confirmNotDuplicate: true })}
          />
        ) : (
          <Problem text={asked ? undefined : problem?.message} />
        )}
        {asked?.sentence ? (
          <AskInPlace
            sentence={asked.sentence}
            doIt={asked.label}
            busy={busy !== null}
            problem={problem?.message}
            onDo={() => void doStep(asked)}
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
      <td data-label="确认有效" className="figure">
        {item.confirmedAt ? dayOf(item.confirmedAt) : '—'}
      </td>
      <td data-label="期限" className="due">
        {item.dueAt ? dueIn(item.dueAt, now) : '—'}
      </td>
      <td>
        <div className="row-of-buttons">
          {canEdit ? (
            <ButtonLink look="quiet" to={`/firm/capabilities/${item.id}/edit`}>
              修改
            </ButtonLink>
          ) : null}
          {capabilitySteps(item).map((offer) => (
            <Button
              key={offer.step}
              look={offer.look}
              disabled={busy !== null}
              onClick={() => (offer.sentence ? setAsked(offer) : void doStep(offer))}
            >
              {offer.label}
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}
