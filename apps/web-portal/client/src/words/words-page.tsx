import type { ThesaurusView } from '@mantianxing/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { thesaurusQuery } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { useAction } from '../elements/use-action';
import { AddEntry } from './add-entry';
import { changeSentence } from './entry-draft';
import { useSettled } from './use-settled';
import { WordRow } from './word-row';
import './words.css';

interface Done {
  sentence: string;
  /** The entry just retired: may be restored at once. */
  undo?: { name: string; builtIn: boolean };
}

/** 词库: which words? */
export default function WordsPage() {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get('q') ?? '');
  const [isAdding, setAdding] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const q = useSettled(typed.trim(), 300);
  const page = Number(search.get('page') ?? 1) || 1;
  const query = useQuery(thesaurusQuery(q, page));
  const seek = (word: string) => {
    setTyped(word);
    setSearch(word.trim() ? { q: word.trim() } : {}, { replace: true });
  };
  return (
    <Page
      title="词库"
      lead="词库决定哪些说法算一回事、哪类产品可用于解决哪种需求。改动后匹配会自动重算。"
      action={
        isAdding ? undefined : (
          <Button look="main" onClick={() => setAdding(true)}>
            添加词条
          </Button>
        )
      }
    >
      {done ? <DoneNotice done={done} onClose={setDone} /> : null}
      {isAdding ? (
        <AddEntry
          onSaved={(name, version) => {
            setAdding(false);
            setDone({ sentence: `已添加“${name}”，词库现为第${version}版。` });
          }}
          onCancel={() => setAdding(false)}
        />
      ) : null}
      <search className="word-search">
        <label htmlFor="word-search">查词</label>
        <input
          id="word-search"
          type="search"
          className="plain-input"
          maxLength={60}
          placeholder="例如烟感、MES、群众诉求"
          value={typed}
          onChange={(event) => seek(event.target.value)}
        />
      </search>
      <Loaded query={query} lines={12}>
        {(view) => (
          <>
            <Standing view={view} q={q} />
            {view.items.length === 0 ? (
              <Empty
                text={q ? `词库中还没有“${q}”。` : '此页没有词条。'}
                action={
                  q ? (
                    <Button onClick={() => seek('')}>查看全部</Button>
                  ) : (
                    <Button onClick={() => setSearch({}, { replace: true })}>回到首页</Button>
                  )
                }
              />
            ) : (
              <Words view={view} onDone={setDone} />
            )}
            <Pager view={view} page={page} onGo={(to) => setSearch({ ...(q ? { q } : {}), page: String(to) })} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function DoneNotice({ done, onClose }: { done: Done; onClose: (next: Done | null) => void }) {
  const { act, busy, problem } = useAction(['thesaurus']);
  const undo = async ({ name, builtIn }: NonNullable<Done['undo']>) => {
    const path = `/api/thesaurus/${encodeURIComponent(name)}/restore`;
    if (await act(name, path, { reason: '撤销停用', builtIn })) onClose({ sentence: `已恢复“${name}”。` });
  };
  return (
    <div className="notice notice-good" role="status">
      <p>
        {done.sentence}
        {problem ? <span className="problem">{problem.message}</span> : null}
      </p>
      <div className="row-of-buttons">
        {done.undo ? (
          <Button disabled={busy !== null} onClick={() => void undo(done.undo!)}>
            撤销停用
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => onClose(null)}>
          知道了
        </Button>
      </div>
    </div>
  );
}

/** Which version is in force, and who changed what. */
function Standing({ view, q }: { view: ThesaurusView; q: string }) {
  const [last, ...earlier] = view.changes;
  return (
    <div className="word-standing">
      <p>
        {view.version === 0 ? '现为随系统提供的版本' : `现为第${view.version}版`}，在用
        <b className="figure">{view.inForce}</b>条{q ? `，找到${view.total}条` : ''}。
      </p>
      {last ? (
        <p className="aside">
          最近改动：“{last.name}”，{changeSentence(last)}
        </p>
      ) : (
        <p className="aside">还没有人改动过。</p>
      )}
      {earlier.length > 0 ? (
        <details>
          <summary>更早的改动</summary>
          <ol className="word-changes">
            {earlier.map((change) => (
              <li key={change.version}>
                “{change.name}”，{changeSentence(change)}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function Words({ view, onDone }: { view: ThesaurusView; onDone: (done: Done) => void }) {
  return (
    <table className="list words">
      <thead>
        <tr>
          <th scope="col">词条</th>
          <th scope="col">关系</th>
          <th scope="col">状态</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {view.items.map((row) => (
          <WordRow key={`${row.entry.name}${row.builtIn}${row.retired}`} row={row} onDone={onDone} />
        ))}
      </tbody>
    </table>
  );
}

function Pager({ view, page, onGo }: { view: ThesaurusView; page: number; onGo: (page: number) => void }) {
  const pages = Math.ceil(view.total / view.pageSize);
  if (pages < 2) return null;
  return (
    <nav className="word-pager" aria-label="翻页">
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
