/**
 * Where a grammar sees something else than the compiler, as `line:column text: what the compiler sees, what the grammar
 * sees`. White space inside of texts and comments counts for nothing.
 */
export function differences({ text, tokens }, seen) {
  return tokens
    .filter(([start, end, category]) => !same(text, start, end, category, seen))
    .map(([start, end, category]) => {
      const line = text.slice(0, start).split('\n').length;
      const column = start - text.lastIndexOf('\n', start - 1);
      return `${line}:${column} ${JSON.stringify(text.slice(start, end))}: ${category}, ${[...new Set(seen.slice(start, end))]}`;
    });
}

function same(text, start, end, category, seen) {
  for (let i = start; i < end; i++) {
    if (seen[i] !== category && !/\s/.test(text[i])) return false;
  }
  return true;
}
