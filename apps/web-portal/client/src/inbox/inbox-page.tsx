import type { NotificationView } from '@mantianxing/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/client';
import { inboxQuery } from '../api/queries';
import { Button } from '../elements/button';
import { Loaded } from '../elements/loaded';
import { Empty, Page } from '../elements/page';
import { momentOf } from '../elements/wording';
import './inbox.css';

export default function InboxPage() {
  const query = useQuery(inboxQuery);
  const cache = useQueryClient();
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const { id: cameFor } = useParams();
  const renew = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['inbox'] }),
      cache.invalidateQueries({ queryKey: ['session'] }),
    ]);
  const markRead = (path: string) => void call('POST', path).then(renew, renew);
  return (
    <Page
      title="消息"
      lead={<Link to="/me/messages">通知设置</Link>}
      action={
        query.data && query.data.unread > 0 ? (
          <Button onClick={() => markRead('/api/inbox/read-all')}>全部标为已读</Button>
        ) : undefined
      }
    >
      <Loaded query={query} lines={8}>
        {({ items, unread }) => {
          const shown = isUnreadOnly ? items.filter((item) => !item.readAt) : items;
          return (
            <>
              <div className="row-of-buttons inbox-filter" role="group" aria-label="看哪些">
                <Button
                  aria-pressed={!isUnreadOnly}
                  look={isUnreadOnly ? 'plain' : 'main'}
                  onClick={() => setUnreadOnly(false)}
                >
                  全部{items.length}
                </Button>
                <Button
                  aria-pressed={isUnreadOnly}
                  look={isUnreadOnly ? 'main' : 'plain'}
                  onClick={() => setUnreadOnly(true)}
                >
                  未读{unread}
                </Button>
              </div>
              {cameFor && !items.some(({ id }) => id === cameFor) ? (
                <div className="notice">
                  <p>没有找到这条消息，可能较早，已不在列表中。</p>
                </div>
              ) : null}
              {shown.length === 0 ? <Empty text={items.length === 0 ? '还没有消息。' : '都看完了。'} /> : null}
              <ul className="inbox">
                {shown.map((item) => (
                  <Message
                    key={item.id}
                    item={item}
                    isCameFor={item.id === cameFor}
                    onRead={() => item.readAt ?? markRead(`/api/inbox/${item.id}/read`)}
                    onArrived={() => markRead(`/api/inbox/${item.id}/open`)}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface MessageProps {
  item: NotificationView;
  /** The reader followed the link of its mail. */
  isCameFor: boolean;
  onRead: () => void;
  onArrived: () => void;
}

function Message({ item, isCameFor, onRead, onArrived }: MessageProps) {
  const [isOpen, setOpen] = useState(isCameFor);
  const place = useRef<HTMLLIElement>(null);
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!isCameFor || hasArrived.current) return;
    hasArrived.current = true;
    setOpen(true);
    place.current?.scrollIntoView({ block: 'center' });
    onArrived();
  }, [isCameFor, onArrived]);
  const toggle = () => {
    if (!isOpen) onRead();
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
