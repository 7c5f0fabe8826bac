import { DELIVERY_STATE, MESSAGE_KIND, type DeliveryLogView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { deliveriesQuery, type DeliveryFilter } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { DeliveryRow } from './delivery-row';
import './messages.css';

const NAMES = ['state', 'kind', 'day'] as const;

/** 投递记录: did it arrive? Filter and page live in the address. */
export default function DeliveryLogPage() {
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1) || 1;
  const filter: DeliveryFilter = {};
  for (const name of NAMES) filter[name] = search.get(name) ?? '';
  const query = useQuery(deliveriesQuery(filter, page));
  const put = (changed: DeliveryFilter, to = 1) => {
    const next = Object.entries({ ...filter, ...changed, page: to > 1 ? String(to) : '' });
    setSearch(Object.fromEntries(next.filter(([, value]) => value)) as Record<string, string>, { replace: true });
  };
  return (
    <Page title="投递记录" lead="每条邮件和群消息发到了哪一步。站内消息不在其列，写入即到。">
      <Filters filter={filter} onPut={put} />
      <Loaded query={query} lines={12}>
        {(view) => (
          <>
            <Standing view={view} isFiltered={NAMES.some((name) => filter[name])} onFailed={() => put({ state: 'FAILED', kind: '', day: '' })} />
            {view.items.length === 0 ? (
              <Empty
                text={NAMES.some((name) => filter[name]) ? '没有符合条件的投递。' : '还没有发出过邮件或群消息。'}
                action={
                  NAMES.some((name) => filter[name]) ? (
                    <Button onClick={() => setSearch({}, { replace: true })}>查看全部</Button>
                  ) : undefined
                }
              />
            ) : (
              <Deliveries view={view} />
            )}
            <Pager view={view} page={page} onGo={(to) => put({}, to)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Filters({ filter, onPut }: { filter: DeliveryFilter; onPut: (changed: DeliveryFilter) => void }) {
  const choice = (name: 'state' | 'kind', label: string, words: Record<string, string>) => (
    <label>
      {label}
      <select className="plain-input" value={filter[name]} onChange={(event) => onPut({ [name]: event.target.value })}>
        <option value="">全部</option>
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search className="delivery-filter">
      {choice('state', '状态', DELIVERY_STATE)}
      {choice('kind', '种类', MESSAGE_KIND)}
      <label>
        日期
        <input type="date" className="plain-input" value={filter.day} onChange={(event) => onPut({ day: event.target.value })} />
      </label>
    </search>
  );
}

function Standing({ view, isFiltered, onFailed }: { view: DeliveryLogView; isFiltered: boolean; onFailed: () => void }) {
  return (
    <div className="delivery-standing">
      <p>
        {isFiltered ? '符合条件' : '共'}
        <b className="figure">{view.total}</b>条{view.failed > 0 ? `，${view.failed}条未送达待处理` : '，没有未送达消息'}。
      </p>
      {view.failed > 0 ? (
        <Button look="quiet" onClick={onFailed}>
          只看未送达
        </Button>
      ) : null}
    </div>
  );
}

function Deliveries({ view }: { view: DeliveryLogView }) {
  return (
    <table className="list deliveries">
      <thead>
        <tr>
          <th scope="col">消息</th>
          <th scope="col">收件人</th>
          <th scope="col">状态</th>
          <th scope="col">时间</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {view.items.map((row) => (
          <DeliveryRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Pager({ view, page, onGo }: { view: DeliveryLogView; page: number; onGo: (page: number) => void }) {
  const pages = Math.ceil(view.total / view.pageSize);
  if (pages < 2) return null;
  return (
    <nav className="delivery-pager" aria-label="翻页">
      <Button disabled={page <= 1} onClick={() => onGo(page - 1)}>
        上一页
      </Button>
      <span className="figure">
        第{page}页，共{pages}页
      </span>
      <Button disabled={page >= pages} onClick={() => onGo(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}
