// Says only what failed, and how many tests there were.
export default async function* quiet(events) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:pass') count[data.skip !== undefined && data.skip !== false ? 'skipped' : 'passed']++;
    if (type === 'test:fail') {
      count.failed++;
      const { error } = data.details;
      yield `FAILED ${data.name}\n${error?.cause?.message ?? error?.message}\n`;
    }
  }
  yield `editors: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
