/**
 * What a run says at its end, from jest's JSON results. A spec file that could not run at all counts as one
 * failure, and so does a run that left no results.
 */
export function closingLine(results, checks = { passed: 0, failed: 0 }) {
  const passed = (results?.numPassedTests ?? 0) + checks.passed;
  const broken = results ? results.numRuntimeErrorTestSuites : 1;
  const failed = (results?.numFailedTests ?? 0) + broken + checks.failed;
  const skipped = results?.numPendingTests ?? 0;
  return { line: `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`, failed };
}

/** One line for each reason why suites were skipped, naming them: `describeWith` titles such tests `skipped: …`. */
export function skippedLines(results) {
  const byReason = new Map();
  for (const test of (results?.testResults ?? []).flatMap((file) => file.assertionResults)) {
    if (test.status !== 'pending') continue;
    const reason = test.title.startsWith('skipped: ') ? test.title.slice('skipped: '.length) : 'no reason given';
    byReason.set(reason, [...(byReason.get(reason) ?? []), test.ancestorTitles.join(' › ') || test.title]);
  }
  return [...byReason].map(([reason, suites]) => `已跳过 / skipped: ${reason.replace(': ', ' — ')}; suites: ${suites.join('; ')}`);
}
