// Reports tests of Node.js in the form of Maven's reports, so that they are counted with them.
const escape = (text) =>
  String(text).replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000B-\u001F]/g, '?');

const message = ({ error } = {}) => escape(error?.cause?.message ?? error?.message ?? 'failed');

export default async function* surefire(events) {
  const cases = [];
  const count = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const seconds = ((data.details?.duration_ms ?? 0) / 1000).toFixed(3);
    const failed = type === 'test:fail';
    const skipped = !failed && data.skip !== undefined && data.skip !== false;
    count.tests++;
    count.failures += failed ? 1 : 0;
    count.skipped += skipped ? 1 : 0;
    const inside = failed ? `<failure message="${message(data.details)}"/>` : skipped ? `<skipped message="${escape(data.skip)}"/>` : '';
    cases.push(`  <testcase classname="editors" name="${escape(data.name)}" time="${seconds}">${inside}</testcase>`);
  }
  const totals = Object.entries(count).map(([name, value]) => `${name}="${value}"`).join(' ');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="editors" ${totals}>\n${cases.join('\n')}\n</testsuite>\n`;
}
