import { PRODUCT_SHORT_NAME } from '@mantianxing/contracts';
import { useEffect, useMemo, useState } from 'react';
import { BandMark } from '../../elements/bands';
import { Button } from '../../elements/button';
import { Failed, Waiting } from '../../elements/loaded';
import { firmsOf, waitedSince } from '../../elements/wording';
import { Bar } from './bar';
import { EnoughPanel, EvidencePanel, KeysPanel, RejectPanel } from './bar-panels';
import { BulkApprovePanel } from './bulk-panels';
import { BulkReport, Trouble } from './bulk-report';
import { approvedCount, freshCount, isOpen, ordered, type DeskState } from './desk-state';
import { Pair } from './pair';
import { Queue } from './queue';
import { QueueTools } from './queue-tools';
import './bar.css';
import './panes.css';
import './review.css';
import { RecusePanel } from './recuse-panel';
import { forgetSkipped } from './skipped';
import { useReview } from './use-review';

/** 撮合审核: should these two meet? Evidence side by side, four verbs, one key each. */
export default function ReviewPage() {
  const desk = useReview();
  const { state, dispatch, queue, row } = desk;
  const [isQueueShown, setQueueShown] = useState(false);
  // On a narrow screen the chosen pair takes the place of the list.
  useEffect(() => setQueueShown(false), [state.at]);
  const oldest = useMemo(() => oldestOf(state), [state]);
  const until = state.undo
    .at(-1)
    ?.map((id) => state.progress[id])
    .find((progress) => progress !== undefined && 'undoUntil' in progress);
  const failed = queue.isError ? (
    <Failed error={queue.error} retry={() => void queue.refetch()} upTo={queue.dataUpdatedAt || undefined} />
  ) : null;
  return (
    <div className="review">
      <title>{`撮合审核-工作台-${PRODUCT_SHORT_NAME}`}</title>
      <h1 className="unseen">撮合审核</h1>
      <p className="unseen" role="status" aria-live="polite">
        {state.said}
      </p>
      <div className="review-body" data-queue={isQueueShown ? 'shown' : undefined}>
        <section id="pane-queue" className="queue" aria-label="队列">
          <QueueTools
            state={state}
            dispatch={dispatch}
            filter={desk.filter}
            onFilter={desk.setFilter}
            fresh={freshCount(state)}
            skipped={desk.skipped}
            onShowSkipped={() => {
              forgetSkipped();
              void queue.refetch();
            }}
            oldest={oldest}
            searchBox={desk.searchBox}
            filterBox={desk.filterBox}
          />
          {failed}
          {state.isLoaded ? (
            <Queue state={state} dispatch={dispatch} decisions={desk.decisions} />
          ) : queue.isError ? null : (
            <Waiting lines={8} />
          )}
        </section>
        <div className="review-pair">
          <div className="narrow-steps">
            <Button onClick={() => setQueueShown(!isQueueShown)} aria-expanded={isQueueShown}>
              队列
            </Button>
            <Button onClick={() => dispatch({ type: 'step', by: -1 })}>上一条</Button>
            <Button onClick={() => dispatch({ type: 'step', by: 1 })}>下一条</Button>
            {row ? (
              <p>
                <BandMark band={row.band} score={row.score} /> {row.scenarioTitle} × {firmsOf(row)}
              </p>
            ) : null}
          </div>
          {row && state.progress[row.id]?.phase === 'recused' ? (
            <div className="empty review-done">
              <p>您已回避，由其他专员办理。</p>
            </div>
          ) : row ? (
            <Pair
              row={row}
              state={state}
              isFull={desk.isFull}
              mayDecide={desk.mayDecide}
              resume={desk.decisions.resume}
              panes={desk.panes}
            />
          ) : (
            <AllDone
              state={state}
              isFiltered={Boolean(desk.filter.band || desk.filter.q || desk.filter.status !== 'OPEN')}
            />
          )}
        </div>
      </div>
      <Bar
        mayDecide={desk.mayDecide}
        canDecide={desk.ready.length > 0}
        canUndo={state.undo.length > 0}
        undoUntil={until && 'undoUntil' in until ? until.undoUntil : null}
        selected={state.selected.length}
        place={placeOf(state)}
        isKeysOpen={desk.mode.kind === 'keys'}
        onApprove={() => desk.actions.approve(0)}
        onReject={() => desk.actions.reject(0)}
        onSkip={() => desk.actions.skip(0)}
        onRecuse={() => desk.actions.recuse(0)}
        onUndo={() => desk.actions.undo(0)}
        onKeys={() => desk.actions.keys(0)}
      >
        <Panel desk={desk} />
      </Bar>
    </div>
  );
}

function Panel({ desk }: { desk: ReturnType<typeof useReview> }) {
  const { mode, note, setNote, asked, state } = desk;
  switch (mode.kind) {
    case 'reject':
      return (
        <RejectPanel
          rows={asked}
          isList={mode.isList}
          isOther={desk.isOther}
          note={note}
          onNote={setNote}
          onCode={desk.rejectWith}
          onCancel={desk.back}
        />
      );
    case 'evidence': {
      const row = state.rows.find((one) => one.id === mode.id);
      return row ? (
        <EvidencePanel
          toVerify={row.toVerify}
          note={note}
          onNote={setNote}
          onApprove={() => desk.send([row], 'APPROVED')}
          onCancel={desk.back}
        />
      ) : null;
    }
    case 'bulk-approve':
      return (
        <BulkApprovePanel
          rows={asked}
          leftOut={desk.ready.length - asked.length}
          onApprove={() => desk.send(asked, 'APPROVED')}
          onCancel={desk.back}
        />
      );
    case 'recuse': {
      const row = state.rows.find((one) => one.id === mode.id);
      return row ? (
        <RecusePanel
          row={row}
          note={note}
          onNote={setNote}
          onRecuse={(firmId) => desk.recuseFrom(row, firmId)}
          onCancel={desk.back}
        />
      ) : null;
    }
    case 'keys':
      return <KeysPanel onClose={desk.back} />;
    default:
      if (!state.bulk && state.trouble)
        return (
          <Trouble state={state} onLook={(id) => desk.dispatch({ type: 'go', id })} onClose={desk.back} />
        );
      if (!state.bulk && desk.stoppable)
        return (
          <EnoughPanel
            title={desk.stoppable.scenarioTitle}
            approved={approvedCount(state, desk.stoppable.scenarioId)}
            onEnough={() => desk.actions.enough(0)}
            onGoOn={() => desk.goOn(desk.stoppable!.scenarioId)}
          />
        );
      return (
        <BulkReport
          state={state}
          onUndoAll={() => desk.decisions.undo(state.bulk?.ids)}
          onClose={() => desk.dispatch({ type: 'close-report' })}
        />
      );
  }
}

function AllDone({ state, isFiltered }: { state: DeskState; isFiltered: boolean }) {
  if (!state.isLoaded) return <Waiting lines={10} />;
  return (
    <div className="empty review-done">
      <p>{state.rows.length > 0 || !isFiltered ? '已审完。' : '没有符合条件的建议，试试减少筛选。'}</p>
    </div>
  );
}

function oldestOf(state: DeskState): string {
  const open = state.rows.filter((row) => isOpen(state, row)).map((row) => row.waitingSince);
  if (open.length === 0) return '';
  const since = open.reduce((a, b) => (a < b ? a : b));
  return waitedSince(since, Date.now()).replace('待审', '最久');
}

function placeOf(state: DeskState): string {
  const rows = ordered(state);
  const here = rows.findIndex((row) => row.id === state.at);
  return here < 0 ? `共${rows.length}条` : `第${here + 1}/${rows.length}`;
}
