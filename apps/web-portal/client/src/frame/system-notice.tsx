import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../api/queries';
import { momentOf } from '../elements/wording';

/** Says so when the matcher is behind; silent while it keeps up. */
export function SystemNotice() {
  const { data } = useQuery(statusQuery);
  if (!data || data.matching === 'current') return null;
  const upTo = data.processedUpTo ? `，已处理至${momentOf(data.processedUpTo)}` : '';
  const sentence = data.matching === 'stopped' ? `匹配暂停，恢复后自动追赶${upTo}` : `匹配正在追赶${upTo}`;
  return (
    <p className="system-notice" role="status">
      {sentence}
    </p>
  );
}
