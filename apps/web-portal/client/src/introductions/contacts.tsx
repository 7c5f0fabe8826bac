import type { ContactListView, ContactView } from '@mantianxing/contracts';
import { useState } from 'react';
import { read, sentenceOf } from '../api/client';
import { Button } from '../elements/button';
import { Problem } from '../elements/problem';

/** Read only when somebody asks, and never kept: each reading is on record. */
export function Contacts({ pairingId }: { pairingId: string }) {
  const [shown, setShown] = useState<ContactView[] | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const show = async () => {
    setBusy(true);
    setProblem('');
    try {
      setShown((await read<ContactListView>(`/api/pairings/${pairingId}/contacts`)).items);
    } catch (error) {
      setShown(null);
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="contacts" aria-live="polite">
      {shown ? (
        <>
          {shown.map((contact) => (
            <dl key={`${contact.side}${contact.organizationName}`}>
              {rowsOf(contact).map(([label, value, href]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{href ? <a href={href}>{value}</a> : value}</dd>
                </div>
              ))}
            </dl>
          ))}
          <Button onClick={() => setShown(null)}>收起</Button>
        </>
      ) : (
        <Button look="main" disabled={busy} onClick={() => void show()}>
          查看联系人
        </Button>
      )}
      <span className="aside">查看留痕</span>
      <Problem text={problem} />
    </div>
  );
}

function rowsOf({ organizationName, name, post, phone, email }: ContactView): [string, string, string?][] {
  const rows: [string, string | undefined, string?][] = [
    ['单位', organizationName],
    ['联系人', name && post ? `${name}（${post}）` : (name ?? '未填写')],
    ['电话', phone, phone && `tel:${phone.replace(/[^\d+]/g, '')}`],
    ['邮箱', email, email && `mailto:${email}`],
  ];
  return rows.flatMap(([label, value, href]) => (value ? [[label, value, href]] : []));
}
