import type { NotificationView } from '@mantianxing/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, Refusal } from '../api/client';
import { inboxPagesQuery, messageQuery } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { momentOf } from '../elements/wording';
import './inbox.css';

/** 消息, newest first; `/inbox/:id` opens the one a mail led to, however old. */
export default function InboxPage() {
  const query = useInfiniteQuery(inboxPagesQuery);
  const markRead = useMarking();
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const { id: cameFor } = useParams();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = query.data?.pages[0]?.unread ?? 0;
  const shown = isUnreadOnly ? items.filter((item) => !item.readAt) : items;
  const isElsewhere = cameFor !== undefined && !items.some(({ id }) => id === cameFor);
  return (
    <Page
      title="消息"
      lead={<Link to="/me/messages">通知设置</Link>}
      action={unread > 0 ? <Button onClick={() => markRead('/api/inbox/read-all')}>全部标为已读</Button> : undefined}
    >
      <Loaded query={query} lines={8}>
        {() => (
          <>
            {isElsewhere ? <OlderMessage key={cameFor} id={cameFor} /> : null}
            <Filter {...{ isUnreadOnly, setUnreadOnly, unread }} />
            {shown.length === 0 && !query.hasNextPage ? <Empty text={items.length === 0 ? '还没有消息。' : '都看完了。'} /> : null}
            <ul className="inbox">
              {shown.map((item) => (
                <Message key={item.id} item={item} isCameFor={item.id === cameFor} />
              ))}
            </ul>
            {query.hasNextPage ? (
              <div className="row-of-buttons inbox-more">
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  更早的消息
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Writes that something was read, and counts anew whatever came of it. */
function useMarking(): (path: string) => void {
  const cache = useQueryClient();
  const renew = () =>
    Promise.all([cache.invalidateQueries({ queryKey: ['inbox'] }), cache.invalidateQueries({ queryKey: ['session'] })]);
  return (path) => void call('POST', path).then(renew, renew);
}

interface FilterProps {
  isUnreadOnly: boolean;
  setUnreadOnly: (isUnreadOnly: boolean) => void;
  unread: number;
}

function Filter({ isUnreadOnly, setUnreadOnly, unread }: FilterProps) {
  return (
    <div className="row-of-buttons inbox-filter" role="group" aria-label="看哪些">
      <Button aria-pressed={!isUnreadOnly} look={isUnreadOnly ? 'plain' : 'main'} onClick={() => setUnreadOnly(false)}>
        全部
      </Button>
      <Button aria-pressed={isUnreadOnly} look={isUnreadOnly ? 'main' : 'plain'} onClick={() => setUnreadOnly(true)}>
        未读{unread}
      </Button>
    </div>
  );
}

/** The message a link named, which is on no page read so far. */
function OlderMessage({ id }: { id: string }) {
  const query = useQuery(messageQuery(id));
  if (query.error instanceof Refusal && query.error.status < 500) {
    return (
      <div className="notice">
        <p>没有找到这条消息，可能属于其他账号或已清除。</p>
      </div>
    );
  }
  return (
    <Loaded query={query} lines={2}>
      {(item) => (
        <ul className="inbox inbox-older" aria-label="链接所指的消息">
          <Message item={item} isCameFor />
        </ul>
      )}
    </Loaded>
  );
}

interface MessageProps {
  item: NotificationView;
  /** The reader followed the link of its mail. */
  isCameFor: boolean;
}

function Message({ item, isCameFor }: MessageProps) {
  const markRead = useMarking();
  const [isOpen, setOpen] = useState(isCameFor);
  const place = useRef<HTMLLIElement>(null);
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!isCameFor || hasArrived.current) return;
    hasArrived.current = true;
    setOpen(true);
    place.current?.scrollIntoView({ block: 'center' });
    markRead(`/api/inbox/${item.id}/open`);
  }, [isCameFor, item.id, markRead]);
  const toggle = () => {
    if (!isOpen && !item.readAt) markRead(`/api/inbox/${item.id}/read`);
    setOpen(!isOpen);
  };
  return (
    <li ref={place} className={item.readAt ? undefined : 'unread'}>
      <h2>
        <button type="button" className="inbox-subject" aria-expanded={isOpen} onClick={toggle}>
          {item.readAt ? null : <span className="inbox-new">未读</span>}
          <span>{item.subject}</span>
          {isOpen ? null : <span className="inbox-excerpt">{item.body.split('\n')[0]}</span>}
          <time dateTime={item.at} className="aside">
            {momentOf(item.at)}
          </time>
        </button>
      </h2>
      {isOpen ? (
        <div className="inbox-body">
          <p>{item.body}</p>
          {item.link ? <Onward link={item.link} /> : null}
          {item.deliveries.length > 0 ? (
            <p className="aside">
              {item.deliveries
                .map((one) => `${one.channel}：${one.stateLabel} ${momentOf(one.at)}`)
                .join('；')}
            </p>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** Links to the desks stay in the page; all others leave it. */
function Onward({ link }: { link: string }) {
  const path = link.startsWith(window.location.origin) ? link.slice(window.location.origin.length) : link;
  return /^\/(desk|dept|firm|office|admin|members|inbox|me)(\/|\?|#|$)/.test(path) ? (
    <Link className="button button-main" to={path}>
      打开
    </Link>
  ) : (
    <a className="button button-main" href={path}>
      打开
    </a>
  );
}
