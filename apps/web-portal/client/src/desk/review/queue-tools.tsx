import { BAND_LABEL, SUGGESTION_STATUS, type Band } from '@mantianxing/contracts';
import type { Dispatch, RefObject } from 'react';
import { BAND_SHAPE } from '../../elements/bands';
import { QUEUE_STATUSES, type QueueStatus } from './address';
import type { Move } from './desk-moves';
import type { DeskState } from './desk-state';
import type { Filter } from './use-queue';

interface ToolsProps {
  state: DeskState;
  dispatch: Dispatch<Move>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  fresh: number;
  skipped: number;
  onShowSkipped: () => void;
  oldest: string;
  searchBox: RefObject<HTMLInputElement | null>;
  filterBox: RefObject<HTMLSelectElement | null>;
}

/** Over the queue: how much, how old, grouping, search, filter, and what has newly come. */
export function QueueTools(props: ToolsProps) {
  const { state, dispatch, filter, onFilter, fresh, skipped, onShowSkipped, oldest, searchBox, filterBox } =
    props;
  return (
    <div className="queue-tools">
      <div className="queue-line">
        <h2 tabIndex={-1} id="queue-heading">
          队列<span className="figure">{state.rows.length}</span>
        </h2>
        <span className="aside">{oldest}</span>
        <div className="by-switch" role="group" aria-label="分组">
          {(['scenario', 'firm'] as const).map((by) => (
            <button
              key={by}
              type="button"
              aria-pressed={state.by === by}
              onClick={() => dispatch({ type: 'group-by', by })}
            >
              {by === 'scenario' ? '按场景' : '按企业'}
            </button>
          ))}
        </div>
      </div>
      <input
        ref={searchBox}
        type="search"
        className="plain-input"
        aria-label="搜索场景、企业、能力"
        placeholder="搜索场景、企业、能力"
        maxLength={60}
        value={filter.q}
        onChange={(event) => onFilter({ ...filter, q: event.target.value })}
      />
      <div className="queue-line">
        <select
          ref={filterBox}
          aria-label="档位"
          className="plain-input"
          value={filter.band ?? ''}
          onChange={(event) =>
            onFilter({ ...filter, band: (event.target.value || undefined) as Band | undefined })
          }
        >
          <option value="">全部档位</option>
          {(Object.keys(BAND_LABEL) as Band[]).map((band) => (
            <option key={band} value={band}>
              {BAND_SHAPE[band]}
              {BAND_LABEL[band]}
            </option>
          ))}
        </select>
        <select
          aria-label="状态"
          className="plain-input"
          value={filter.status}
          onChange={(event) => onFilter({ ...filter, status: event.target.value as QueueStatus })}
        >
          {QUEUE_STATUSES.map((status) => (
            <option key={status} value={status}>
              {status === 'HELD' ? '名额已满' : SUGGESTION_STATUS[status]}
            </option>
          ))}
        </select>
      </div>
      {fresh > 0 ? (
        <button type="button" className="queue-fresh" onClick={() => dispatch({ type: 'take-new' })}>
          新到{fresh}条，载入<kbd>.</kbd>
        </button>
      ) : null}
      {skipped > 0 ? (
        <button type="button" className="link-button" onClick={onShowSkipped}>
          另有{skipped}条已跳过，显示
        </button>
      ) : null}
    </div>
  );
}
