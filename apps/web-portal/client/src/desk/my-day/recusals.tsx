import type { RecusalListView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recusalsQuery } from '../../api/queries';
import { AskInPlace } from '../../elements/ask-in-place';
import { Button } from '../../elements/button';
import { useAction } from '../../elements/use-action';
import { dayOf, momentOf } from '../../elements/wording';

type Row = RecusalListView['items'][number];

/** 回避 on record: one's own, and for the coordinator everybody's. Nothing where there is none. */
export function RecusalList() {
  const recusals = useQuery(recusalsQuery);
  const items = recusals.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <h2>回避登记</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">回避对象</th>
            <th scope="col">谁</th>
            <th scope="col">登记时间</th>
            <th scope="col">状态</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <RecusalRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecusalRow({ row }: { row: Row }) {
  const [isAsking, setAsking] = useState(false);
  const { act, busy, problem, clear } = useAction(['recusals', 'queue', 'pairings']);
  const close = () => {
    setAsking(false);
    clear();
  };
  return (
    <tr>
      <td className="title-cell">
        <b>{row.organizationName}</b>
        <p className="aside">{row.reason}</p>
        {isAsking ? (
          <AskInPlace
            sentence={`${row.person}将重新看到并可办理${row.organizationName}的建议和对接。`}
            doIt="结束回避"
            busy={busy !== null}
            problem={problem?.message}
            onDo={async () => {
              if (await act(row.id, `/api/recusals/${row.id}/end`, {})) close();
            }}
            onCancel={close}
          />
        ) : null}
      </td>
      <td data-label="谁">{row.person}</td>
      <td data-label="登记时间">
        <time dateTime={row.declaredAt}>{momentOf(row.declaredAt)}</time>
      </td>
      <td data-label="状态">{row.endedAt ? `${dayOf(row.endedAt)}由${row.endedBy ?? ''}结束` : '回避中'}</td>
      <td>{row.canEnd && !isAsking ? <Button onClick={() => setAsking(true)}>结束回避</Button> : null}</td>
    </tr>
  );
}
