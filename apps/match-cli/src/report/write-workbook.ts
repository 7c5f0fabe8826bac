import { stream } from 'exceljs';
import { PRODUCT_NAME } from '@mantianxing/contracts';
import type { MatchedLists } from '../pairings';
import { writeByScenario } from './scenario-sheet';
import { writeGaps } from './gap-sheet';
import { writeNotes } from './notes-sheet';
import { writePairings } from './pairings-sheet';
import { writeReading } from './reading-sheet';
import { openSink } from './sink';

/**
 * Streams the result workbook to `path`: 100,000 rows need no more memory than one.
 * `onProgress` counts rows written; rejects with the file system's error, leaving clean-up to the caller.
 */
export async function writeWorkbook(
  path: string,
  matched: MatchedLists,
  top: number,
  onProgress: (done: number, whole: number) => void,
): Promise<void> {
  const whole = matched.results.reduce((sum, { pairings }) => sum + pairings.length + 1, 0);
  let done = 0;
  const onRow = (): void => onProgress(++done, whole);
  const { sink, failed } = openSink(path);
  const book = new stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  book.creator = PRODUCT_NAME;
  book.created = new Date();
  const write = async (): Promise<void> => {
    await writePairings(book, matched, onRow);
    await writeByScenario(book, matched, onRow);
    await writeGaps(book, matched);
    writeReading(book, matched);
    writeNotes(book, matched, top);
    await book.commit();
  };
  await Promise.race([write(), failed]);
}
