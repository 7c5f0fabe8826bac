import { AUDIT_ACTION, type AuditEntryView, type AuditLogView } from '@mantianxing/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { read } from '../api/client';
import { Button } from '../elements/button';
import { Empty, Page } from '../elements/page';
import { AuditEntry } from './audit-entry';
import './audit.css';

const NAMES = ['who', 'action', 'subject', 'from', 'to'] as const;
type Filter = Partial<Record<(typeof NAMES)[number], string>>;

/** 审计日志, read only. The filter lives in the address, so that a finding can be sent to a colleague. */
export default function AuditLogPage() {
  const [search, setSearch] = useSearchParams();
  const filter: Filter = Object.fromEntries(NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  const query = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => read<AuditLogView>(addressOf(filter, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="审计日志" lead="谁在何时、从何处做了什么，改前改后各是什么。只可查看，不可修改；联系方式只记字段名。">
      <Filters key={search.toString()} filter={filter} onSearch={(next) => setSearch(next as Record<string, string>, { replace: true })} />
      {query.isPending ? <p role="status">正在读取…</p> : null}
      {query.isError ? <p role="alert">暂时读不到，请稍后重试。</p> : null}
      {query.isSuccess && items.length === 0 ? <Empty text="没有符合条件的记录。" /> : null}
      {items.length > 0 ? <Entries items={items} /> : null}
      {query.hasNextPage ? (
        <div className="audit-more">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            更早的记录
          </Button>
        </div>
      ) : null}
    </Page>
  );
}

function addressOf(filter: Filter, before?: string): string {
  const search = new URLSearchParams({ ...filter, ...(before && { before }) }).toString();
  return search ? `/api/audit?${search}` : '/api/audit';
}

function Filters({ filter, onSearch }: { filter: Filter; onSearch: (filter: Filter) => void }) {
  const [draft, setDraft] = useState(filter);
  const put = (name: keyof Filter) => (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(Object.fromEntries(Object.entries(draft).filter(([, value]) => value.trim() !== '')));
  };
  const field = (name: keyof Filter, label: string, type: 'text' | 'date', hint?: string) => (
    <label>
      {label}
      <input className="plain-input" type={type} value={draft[name] ?? ''} placeholder={hint} onChange={put(name)} />
    </label>
  );
  return (
    <search>
      <form className="audit-filter" onSubmit={submit}>
        {field('who', '何人', 'text', '登录名、姓名或编号')}
        <label>
          何事
          <select className="plain-input" value={draft.action ?? ''} onChange={put('action')}>
            <option value="">全部</option>
            {Object.entries(AUDIT_ACTION).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        {field('subject', '对象编号', 'text')}
        {field('from', '起', 'date')}
        {field('to', '止', 'date')}
        <Button type="submit">查找</Button>
      </form>
    </search>
  );
}

function Entries({ items }: { items: AuditEntryView[] }) {
  return (
    <table className="list audit-entries">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">何人</th>
          <th scope="col">何事</th>
          <th scope="col">改前与改后</th>
          <th scope="col">从何处</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}
