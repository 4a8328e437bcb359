// The TextMate grammar, in a form that people can read; `npm run textmate` writes it to the extension as JSON.
//
// It knows no statements: a word of an item is told from a name by what follows it, since nowhere else do two names stand
// in a row. So broken code spoils what stands on its line, and no more. Only round and square brackets shut items out, up
// to a line that must be one.

const HARD = 'if|then|else|for|in|on|match|where|true|false|null';
const ITEMS_WITH_NAMES =
  'module|import|private|param|secret|let|type|fn|component|kind|provides|block|state|host|output|moved|adopt|forget';
const TYPES =
  'string|int|decimal|bool|size|duration|frequency|rate|percent|ip|cidr|mac|port|port_mapping|image_ref|path|url|list|set|map|ref';
const UNITS = '[kMGT]?B|[KMGT]iB|ns|us|ms|s|min|h|d|[MG]?Hz|%';
const DURATIONS = 'ns|us|ms|s|min|h|d';

const WORD = '[A-Za-z_][A-Za-z0-9_]*';
const ALONE = '(?<![.A-Za-z0-9_])';
const NAME = `(?!(?:${HARD})\\b)${WORD}`;
const KEY = `(?!(?:then|else|where)\\b)${WORD}`;
const PATH = `${NAME}(?:\\.${WORD})*`;
const START = '(?:^|(?<=[{},]))\\s*';
const ITEM_AHEAD = `(?=^\\s*(?:${ITEMS_WITH_NAMES})\\s+${NAME})`;
const DIGITS = '[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+)?';
const NUMBER_END = '(?![0-9A-Za-z_%]|\\.[0-9])';
const ASSIGN_AHEAD = '(?=\\s*=(?!=))';
const VALUE_AHEAD = `(?=\\s*(?:[!"\\[({0-9-]|(?:if|match|true|false|null)\\b|${NAME}))(?!\\s*=)`;

const include = (...names) => names.map((name) => ({ include: `#${name}` }));
const scopes = (...names) => Object.fromEntries(names.map((name, i) => [i + 1, scope(name)]));
/** The dots of a path are signs. */
const scope = (name) => ({ name: `${name}.dvl`, ...(name.startsWith('entity') && { patterns: [token('\\.', 'punctuation.accessor')] }) });
const rule = (match, ...names) => ({ match, captures: scopes(...names) });
const token = (match, name) => ({ match, name: `${name}.dvl` });

const KEYWORD = 'keyword.declaration';
const ASSIGN = 'keyword.operator.assignment';
const COLON = 'punctuation.separator.type';
const TYPE = 'entity.name.type';
const KIND = 'entity.name.type.kind';
const INSTANCE = 'variable.other.constant.instance';

/** Ends before what can follow a type, but not before a brace that opens an object's type. */
const TYPE_END = `(?=[=,)\\]}]|->|\\bwhere\\b|$)|(?<=[A-Za-z0-9_?>)"}])(?=\\s*\\{)`;

const repository = {
  comments: {
    patterns: [
      { name: 'comment.line.documentation.dvl', match: '///(?!/).*$' },
      { name: 'comment.line.double-slash.dvl', match: '//.*$' },
      { name: 'comment.block.dvl', begin: '/\\*', end: '\\*/' },
    ],
  },

  // What may stand in a block.
  code: { patterns: include('comments', 'braces', 'brackets', 'items', 'expression') },
  braces: {
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.dvl' } },
    end: '\\}',
    endCaptures: { 0: { name: 'punctuation.section.block.end.dvl' } },
    patterns: include('code'),
  },
  brackets: {
    patterns: [
      {
        begin: '\\(',
        beginCaptures: { 0: { name: 'punctuation.section.parens.begin.dvl' } },
        end: `(\\))|(?=\\})|${ITEM_AHEAD}`,
        endCaptures: scopes('punctuation.section.parens.end'),
        patterns: include('comments', 'braces', 'brackets', 'annotatedType', 'expression'),
      },
      {
        begin: '\\??\\[',
        beginCaptures: { 0: { name: 'punctuation.section.brackets.begin.dvl' } },
        end: `(\\])|(?=\\})|${ITEM_AHEAD}`,
        endCaptures: scopes('punctuation.section.brackets.end'),
        patterns: include('comments', 'braces', 'brackets', 'expression'),
      },
    ],
  },

  items: {
    patterns: [
      rule(`(@)\\s*(${NAME})`, 'punctuation.definition.annotation', 'entity.name.function.annotation'),
      rule(`${ALONE}(private)(?=\\s+${NAME})`, 'storage.modifier'),
      rule(`${ALONE}(module)\\s+(${PATH})`, KEYWORD, 'entity.name.namespace'),
      rule(`${ALONE}(import)\\s+(${PATH})(?:\\s+(as)\\s+(${NAME}))?`, KEYWORD, 'entity.name.namespace', KEYWORD, 'entity.name.namespace'),
      rule(`${ALONE}(import)(?=\\s*(?:"|r["#]))`, KEYWORD),
      rule(`(?<=["#])\\s+(as)\\s+(${NAME})`, KEYWORD, 'entity.name.namespace'),
      {
        begin: `${ALONE}(type)\\s+(${NAME})\\s*(=)`,
        beginCaptures: scopes(KEYWORD, TYPE, ASSIGN),
        end: TYPE_END,
        patterns: include('type'),
      },
      rule(`${ALONE}(fn)\\s+(${NAME})`, KEYWORD, 'entity.name.function'),
      rule(`${ALONE}(component|kind)\\s+(${NAME})`, KEYWORD, KIND),
      rule(`${ALONE}(provides)\\s+(${NAME})`, KEYWORD, TYPE),
      rule(
        `${ALONE}(block)\\s+(${NAME})\\s*(?:(\\[)\\s*(${PATH})\\s*(\\]))?\\s*(\\?)?`,
        KEYWORD, 'variable.other.property', 'punctuation.section.brackets.begin', TYPE, 'punctuation.section.brackets.end', 'keyword.operator.optional',
      ),
      rule(`${ALONE}(state)\\s+(${NAME})`, KEYWORD, 'variable.other.property'),
      rule(`${ALONE}(param)\\s+(${NAME})`, KEYWORD, 'variable.parameter'),
      rule(`${ALONE}(secret|let|output)\\s+(${NAME})`, KEYWORD, 'variable.other.readwrite'),
      rule(`${ALONE}(host)\\s+(${NAME})`, KEYWORD, INSTANCE),
      rule(`${ALONE}(check|test)(?=\\s*(?:"|r["#]))`, KEYWORD),
      rule(`${START}(expect)((?:\\s+${NAME}){2,})(?=\\s*(?:$|[,}]|//|/\\*))`, KEYWORD, 'variable.other'),
      rule(`${START}(assert|expect)\\b${VALUE_AHEAD}`, KEYWORD),
      rule(`${START}(apply)\\b(?=\\s*(?:${NAME}\\s*)?(?:$|[,}]|//|/\\*))`, KEYWORD),
      {
        begin: `${ALONE}(moved|adopt|forget)(?=\\s+${NAME})`,
        beginCaptures: scopes(KEYWORD),
        end: '(?=[={},]|$)',
        patterns: [...include('comments', 'brackets'), token('->', 'keyword.operator.arrow'), token(WORD, 'variable.other.address'), token('\\.', 'punctuation.accessor')],
      },
      // A declaration: its kind, its name. And a block: its name, which is a kind of its own.
      rule(`${ALONE}(${PATH})\\s+(${NAME})`, KIND, INSTANCE),
      rule(`${START}(${PATH})(?=\\s*\\{)`, KIND),
      rule(`${START}(${PATH})(?=\\s+on\\b(?!\\s*=))`, KIND),
      // A field of a kind or of an object's type.
      rule(`${START}(${KEY})\\s*(\\?)?(?=\\s*:)`, 'variable.other.property', 'keyword.operator.optional'),
      ...include('annotatedType'),
      { begin: '^\\s*(\\|)(?!\\|)', beginCaptures: scopes('keyword.operator.union'), end: TYPE_END, patterns: include('type') },
    ],
  },

  // Types: behind a colon.
  annotatedType: { begin: ':', beginCaptures: { 0: { name: `${COLON}.dvl` } }, end: TYPE_END, patterns: include('type') },
  type: {
    patterns: [
      ...include('comments', 'text', 'number', 'constant'),
      rule(`\\b(secret|known)\\b(?=\\s+(?:[A-Za-z_{(|"]))`, 'storage.modifier'),
      {
        begin: '<',
        beginCaptures: { 0: { name: 'punctuation.definition.typeparameters.begin.dvl' } },
        end: '(>)|(?=[=)}]|$)',
        endCaptures: scopes('punctuation.definition.typeparameters.end'),
        patterns: [...include('type'), token(',', 'punctuation.separator.comma')],
      },
      {
        begin: '\\(',
        beginCaptures: { 0: { name: 'punctuation.section.parens.begin.dvl' } },
        end: `(\\))|(?=[=}])|${ITEM_AHEAD}`,
        endCaptures: scopes('punctuation.section.parens.end'),
        patterns: include('type'),
      },
      ...include('braces'),
      token(`\\b(?:${TYPES})\\b(?!\\s*\\.)`, 'support.type'),
      token(WORD, TYPE),
      token('\\|', 'keyword.operator.union'),
      token('\\?', 'keyword.operator.optional'),
      token('-', 'keyword.operator.arithmetic'),
      token('\\.', 'punctuation.accessor'),
    ],
  },

  // Values.
  expression: {
    patterns: [
      ...include('text', 'number', 'key', 'loop', 'range', 'member', 'constant', 'hardWord'),
      token(`\\b(${NAME})(?=\\()`, 'entity.name.function.call'),
      token(`\\b${WORD}`, 'variable.other'),
      ...include('operator'),
    ],
  },
  key: rule(`${ALONE}(${KEY})${ASSIGN_AHEAD}`, 'variable.other.property'),
  loop: {
    begin: `${ALONE}(for)\\b`,
    beginCaptures: scopes('keyword.control.loop'),
    end: '(:)|(?=[{}\\])]|$)',
    endCaptures: scopes('punctuation.separator.loop'),
    patterns: include('comments', 'brackets', 'expression'),
  },
  range: token('\\.\\.<?', 'keyword.operator.range'),
  member: {
    patterns: [
      rule(`(\\??\\.)\\s*(${WORD})(?=\\()`, 'punctuation.accessor', 'entity.name.function.call'),
      rule(`(\\??\\.)\\s*(${WORD})`, 'punctuation.accessor', 'variable.other.member'),
    ],
  },
  constant: { patterns: [token('\\b(?:true|false)\\b', 'constant.language.boolean'), token('\\bnull\\b', 'constant.language.null')] },
  hardWord: {
    patterns: [
      token('\\b(?:if|then|else|match)\\b', 'keyword.control.conditional'),
      token('\\bfor\\b', 'keyword.control.loop'),
      token('\\bin\\b', 'keyword.operator.word'),
      token('\\b(?:on|where)\\b', 'keyword.other'),
    ],
  },
  operator: {
    patterns: [
      token('->', 'keyword.operator.arrow'),
      token('==|!=|<=|>=|<|>', 'keyword.operator.comparison'),
      token('&&|\\|\\||!', 'keyword.operator.logical'),
      token('\\?\\?', 'keyword.operator.coalesce'),
      token('=', ASSIGN),
      token('\\|', 'keyword.operator.union'),
      token('[-+*/]', 'keyword.operator.arithmetic'),
      token('\\?', 'keyword.operator.optional'),
      token(',', 'punctuation.separator.comma'),
      token(':', COLON),
      token('\\.', 'punctuation.accessor'),
    ],
  },

  // All that starts with a digit is one number, right or wrong.
  number: {
    patterns: [
      {
        match: `\\b(?:(?:${DIGITS}(?:${DURATIONS}))+|${DIGITS}(?:${UNITS})|(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\\.[0-9]+)?)${NUMBER_END}`,
        captures: { 0: { name: 'constant.numeric.dvl', patterns: [{ match: '[A-Za-z%]+', name: 'keyword.other.unit.dvl' }] } },
      },
      { match: '\\b[0-9](?:[0-9A-Za-z_]|\\.[0-9])*%?', name: 'constant.numeric.dvl invalid.illegal.number.dvl' },
    ],
  },

  // Texts. One of one line ends with it, whatever is open in it.
  text: {
    patterns: [
      { name: 'string.quoted.other.raw.dvl', match: 'r"[^"]*(?:"|$)' },
      { name: 'string.quoted.other.raw.dvl', match: 'r#".*?(?:"#|$)' },
      {
        name: 'string.quoted.triple.dvl',
        begin: '"""',
        beginCaptures: { 0: { name: 'punctuation.definition.string.begin.dvl' } },
        end: '"""',
        endCaptures: { 0: { name: 'punctuation.definition.string.end.dvl' } },
        patterns: include('escape', 'longHole'),
      },
      {
        name: 'string.quoted.double.dvl',
        begin: '"',
        beginCaptures: { 0: { name: 'punctuation.definition.string.begin.dvl' } },
        end: '(")|$',
        endCaptures: scopes('punctuation.definition.string.end'),
        patterns: include('escape', 'hole'),
      },
    ],
  },
  escape: {
    patterns: [
      token('\\\\(?:[nt"\\\\$]|u\\{[0-9A-Fa-f]{1,6}\\})', 'constant.character.escape'),
      { match: '\\\\(?:u\\{[0-9A-Za-z]*\\}?|.)', name: 'constant.character.escape.dvl invalid.illegal.escape.dvl' },
    ],
  },
  hole: {
    contentName: 'meta.embedded.line.dvl',
    begin: '\\$\\{',
    beginCaptures: { 0: { name: 'punctuation.section.embedded.begin.dvl' } },
    end: '(\\})|$',
    endCaptures: scopes('punctuation.section.embedded.end'),
    patterns: [...include('bracesOfLine'), token('[\\[\\]()]|\\?\\[', 'punctuation.section.brackets'), ...include('expression')],
  },
  bracesOfLine: {
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.section.block.begin.dvl' } },
    end: '(\\})|$',
    endCaptures: scopes('punctuation.section.block.end'),
    patterns: [...include('bracesOfLine'), token('[\\[\\]()]|\\?\\[', 'punctuation.section.brackets'), ...include('expression')],
  },
  longHole: {
    contentName: 'meta.embedded.block.dvl',
    begin: '\\$\\{',
    beginCaptures: { 0: { name: 'punctuation.section.embedded.begin.dvl' } },
    end: '\\}',
    endCaptures: { 0: { name: 'punctuation.section.embedded.end.dvl' } },
    patterns: include('comments', 'braces', 'brackets', 'expression'),
  },
};

export default {
  name: 'dvl',
  scopeName: 'source.dvl',
  fileTypes: ['dvl'],
  patterns: [{ include: '#code' }],
  repository,
};
