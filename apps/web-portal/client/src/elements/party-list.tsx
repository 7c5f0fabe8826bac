import type { PartySuggestionView } from '@mantianxing/contracts';
import { Fragment } from 'react';
import { BandMark, BAND_MEANING } from './bands';

interface PartyListProps {
  items: PartySuggestionView[];
  /** Which side the reader stands on: the other side's entry is the heading. */
  side: 'department' | 'firm';
}

/** What a department or a firm sees of its suggestions: band and reasons, never the figure. */
export function PartyList({ items, side }: PartyListProps) {
  return (
    <ul className="party-list">
      {items.map((item) => (
        <li key={item.id}>
          <div className="party-head">
            <h2>
              {side === 'department' ? (
                <Firms item={item} />
              ) : (
                <a href={`/scenarios/${item.scenarioId}`}>{item.scenarioTitle}</a>
              )}
            </h2>
            <BandMark band={item.band} />
            <span className="state">{item.stateLabel}</span>
          </div>
          <p className="aside">
            {side === 'firm'
              ? `${item.organizationName}·对应贵公司“${item.capabilityName}”·${withPartners(item)}`
              : ''}
            {BAND_MEANING[item.band]}
          </p>
          <Reasons reasons={item.reasons} />
          {item.missing.length > 0 ? (
            <p className="party-missing">未覆盖：{item.missing.map((word) => `“${word}”`).join('、')}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** One firm, or those of a 联合体, each with its own page. */
function Firms({ item }: { item: PartySuggestionView }) {
  const members = [item, ...(item.partners ?? [])];
  return (
    <>
      {item.partners ? <span className="joint-mark">联合体</span> : null}
      {members.map(({ capabilityId, firmName, capabilityName }, index) => (
        <Fragment key={capabilityId}>
          {index > 0 ? '＋' : null}
          <a href={`/capabilities/${capabilityId}`}>
            {firmName} {capabilityName}
          </a>
        </Fragment>
      ))}
    </>
  );
}

/** 与重庆听澜组成联合体· */
const withPartners = ({ partners = [] }: PartySuggestionView): string =>
  partners.length > 0 ? `与${partners.map(({ firmName }) => firmName).join('、')}组成联合体·` : '';

/** Reasons shown at once; they come strongest first. */
const AT_ONCE = 5;

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const lines = (some: readonly string[]) => (
    <ul className="party-reasons">
      {some.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
  const rest = reasons.slice(AT_ONCE);
  return (
    <>
      {lines(reasons.slice(0, AT_ONCE))}
      {rest.length > 0 ? (
        <details className="party-more">
          <summary>另有{rest.length}条理由</summary>
          {lines(rest)}
        </details>
      ) : null}
    </>
  );
}
