/**
 * The language for editors that use tree-sitter. It reads every right program as `DvlParser.g4` does, and is more
 * forgiving with wrong ones; a test of `grammar/editors` holds it to the tokens of the compiler.
 *
 * Which newlines end something, and where an unclosed text or bracket ends, is settled in `src/scanner.c`.
 */

/** Words that mean something only where an item starts, else they are names. */
const SOFT = [
  'module', 'import', 'private', 'param', 'secret', 'let', 'type', 'fn', 'component', 'kind', 'provides', 'block',
  'state', 'host', 'check', 'assert', 'test', 'expect', 'apply', 'output', 'moved', 'adopt', 'forget',
];

/** From the loosest to the tightest; `if` and `match` are looser than all of them. */
const OPERATORS = [['??'], ['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=', 'in'], ['..', '..<'], ['+', '-'], ['*', '/']];
const UNARY = OPERATORS.length + 1;
const POSTFIX = OPERATORS.length + 2;

const named = ($, words) => choice($.identifier, ...words.map((word) => alias(word, $.identifier)));
const commas = (rule) => optional(seq(rule, repeat(seq(',', rule)), optional(',')));
const entries = ($, rule) => seq(optional(rule), repeat(seq(choice($._newline, ','), optional(rule))));
const close = ($, sign) => choice(sign, alias($._unclosed_bracket, $.unclosed));
const bound = ($) => seq(field('name', $.identifier), ':', field('type', $._type), optional(seq('=', field('value', $._expression))));

module.exports = grammar({
  name: 'dvl',

  externals: ($) => [$._newline, $._unclosed_text, $._unclosed_bracket],
  extras: ($) => [/[ \t\r\n\uFEFF]/, $.doc_comment, $.line_comment, $.block_comment],
  word: ($) => $.identifier,
  supertypes: ($) => [$._item, $._expression, $._type],

  rules: {
    source_file: ($) => entries($, $._entry),
    body: ($) => seq('{', entries($, $._entry), '}'),

    // `//// …` is no doc comment; of two tokens of one length the first one here is taken.
    doc_comment: () => token(/\/\/\/([^\/\r\n][^\r\n]*)?/),
    line_comment: () => token(/\/\/[^\r\n]*/),
    // One that is never closed goes to the end of the file, as it does for the compiler.
    block_comment: () => token(/\/\*([^*]|\*+[^*\/])*\**\/?/),

    // Items.

    _entry: ($) => choice(seq(repeat1($.annotation), optional($._visible)), $._visible),
    _visible: ($) => seq(optional('private'), $._item),
    annotation: ($) => prec.right(seq('@', field('name', $.identifier), optional($.arguments))),

    _item: ($) =>
      choice(
        $.module, $.import, $.param, $.secret, $.let, $.type_alias, $.function, $.component, $.kind, $.provides, $.block,
        $.state, $.host, $.for, $.if, $.check, $.assert, $.test, $.expect, $.apply, $.output, $.moved, $.adopt,
        $.forget, $.attribute, $.field, $.declaration,
      ),
    module: ($) => seq('module', field('name', $.path), optional($.body)),
    import: ($) => seq('import', field('from', choice($.path, $._string)), optional(seq('as', field('name', $.identifier)))),
    param: ($) => seq('param', bound($), optional($.where), optional($.body)),
    secret: ($) => seq('secret', field('name', $.identifier), optional(seq('=', field('value', $._expression)))),
    let: ($) =>
      seq('let', field('name', $.identifier), optional(seq(':', field('type', $._type))), '=', field('value', $._expression)),
    type_alias: ($) => seq('type', field('name', $.identifier), '=', field('type', $._type), optional($.where)),
    function: ($) =>
      seq(
        'fn', field('name', $.identifier), $.parameters, optional(seq(':', field('type', $._type))),
        '=', field('value', $._expression),
      ),
    parameters: ($) => seq('(', commas($.parameter), close($, ')')),
    parameter: ($) => bound($),
    component: ($) => seq('component', field('name', $.identifier), optional($.platform), $.body),
    kind: ($) => seq('kind', field('name', $.identifier), optional($.platform), $.body),
    platform: ($) => seq('on', field('name', $.identifier), ':', field('type', $._type)),
    provides: ($) => seq('provides', field('name', $.identifier), optional(seq('if', $._expression)), optional($.body)),
    block: ($) =>
      seq('block', field('name', $.identifier), optional(seq('[', $._type, ']')), optional('?'), $.body, optional($.body)),
    state: ($) => seq('state', field('name', $.identifier), optional($.body)),
    host: ($) => seq('host', field('name', $.identifier), repeat($.key), ':', field('kind', $.path), optional($.body)),
    for: ($) => seq($._loop, $.body),
    if: ($) => prec.right(seq('if', $._expression, $.body, optional(seq('else', choice($.if, $.body))))),
    check: ($) => seq('check', $._string, $.body),
    assert: ($) => seq('assert', $._expression, optional(seq('else', $._string))),
    test: ($) => seq('test', $._string, $.body),
    expect: ($) =>
      seq(
        'expect',
        choice(
          seq($._expression, optional(seq('else', $._string))),
          seq(field('word', $.identifier), repeat1(field('word', $.identifier))),
        ),
      ),
    apply: ($) => seq('apply', optional(field('word', $.identifier))),
    output: ($) =>
      seq(
        'output', field('name', $.identifier), optional(seq(':', field('type', $._type))),
        optional(seq('=', field('value', $._expression))), optional($.body),
      ),
    moved: ($) => seq('moved', $.address, '->', $.address),
    adopt: ($) => seq('adopt', $.address, '=', $._expression),
    forget: ($) => seq('forget', $.address),
    attribute: ($) =>
      seq(field('name', choice(named($, [...SOFT, 'if', 'for']), $._string)), '=', field('value', $._expression)),
    field: ($) =>
      seq(
        field('name', named($, SOFT)), optional('?'), ':', field('type', $._type),
        optional(seq('=', field('value', $._expression))), optional($.where), optional($.body),
      ),
    declaration: ($) =>
      seq(
        field('kind', $.kind_path), optional(seq(field('name', $.identifier), repeat($.key))),
        optional(seq('on', field('place', $.place))), optional($.body),
      ),

    where: ($) => prec.right(seq('where', $._expression, optional(seq('else', $._string)))),
    path: ($) => seq($.identifier, repeat(seq('.', $.identifier))),
    kind_path: ($) => seq($.identifier, repeat(seq('.', $.identifier))),
    key: ($) => seq('[', $._expression, close($, ']')),
    place: ($) =>
      choice(seq($.identifier, repeat(choice(seq('.', $.identifier), $.key))), seq('(', $._expression, close($, ')'))),
    address: ($) => seq($._step, repeat(seq('.', $._step))),
    _step: ($) => seq($.identifier, repeat(choice($.key, $.any_key))),
    any_key: () => seq('[', '*', ']'),

    // Types.

    _type: ($) => choice($.union_type, $._type_term),
    union_type: ($) => choice(seq('|', $._type_term), seq(optional('|'), $._type_term, repeat1(seq('|', $._type_term)))),
    _type_term: ($) => choice($.qualified_type, $._optional_type),
    qualified_type: ($) => seq(choice('secret', 'known', seq('secret', 'known'), seq('known', 'secret')), $._optional_type),
    _optional_type: ($) => choice($.optional_type, $._type_atom),
    optional_type: ($) => seq($._type_atom, '?'),
    _type_atom: ($) => choice($.named_type, $.literal_type, $.object_type, $.parenthesized_type),
    named_type: ($) => seq(field('name', $.type_path), optional($.type_arguments)),
    type_path: ($) => seq($.identifier, repeat(seq('.', $.identifier))),
    type_arguments: ($) => seq('<', $._type, repeat(seq(',', $._type)), optional(','), '>'),
    literal_type: ($) => choice($._string, seq(optional('-'), $.number), $.true, $.false, $.null),
    object_type: ($) => seq('{', entries($, $.type_field), '}'),
    type_field: ($) =>
      seq(
        field('name', choice($.identifier, $._string)), optional('?'), ':', field('type', $._type),
        optional(seq('=', field('value', $._expression))), optional($.where), optional($.body),
      ),
    parenthesized_type: ($) => seq('(', $._type, ')'),

    // Expressions.

    _expression: ($) => choice($.conditional, $.match, $._operation),
    conditional: ($) => seq('if', $._expression, 'then', $._expression, 'else', $._expression),
    match: ($) => seq('match', $._expression, '{', entries($, $.arm), '}'),
    arm: ($) => seq(choice('else', seq($._pattern, repeat(seq('|', $._pattern)))), '->', $._expression),
    _pattern: ($) => choice($._string, $.number, seq('-', $.number), $.true, $.false, $.null),
    _operation: ($) => choice($.binary, $.unary, $._operand),
    binary: ($) =>
      choice(
        ...OPERATORS.flatMap((signs, level) =>
          signs.map((sign) => prec.left(level + 1, seq($._operation, field('operator', sign), $._operation))),
        ),
      ),
    unary: ($) => prec(UNARY, seq(choice('!', '-'), $._operation)),
    _operand: ($) =>
      choice(
        $.identifier, $.number, $.true, $.false, $.null, $._string, $.list, $.object, $.parenthesized, $.member, $.index,
        $.splat, $.call,
      ),
    member: ($) => prec(POSTFIX, seq($._operand, choice('.', '?.'), field('name', $.identifier))),
    index: ($) => prec(POSTFIX, seq($._operand, choice('[', '?['), $._expression, close($, ']'))),
    splat: ($) => prec(POSTFIX, seq($._operand, '[', '*', ']')),
    call: ($) => prec(POSTFIX, seq(field('function', $._operand), $.arguments)),
    arguments: ($) => seq('(', commas($._argument), close($, ')')),
    _argument: ($) => choice($.named_argument, $._expression),
    named_argument: ($) =>
      seq(field('name', named($, ['if', 'match', 'true', 'false', 'null'])), '=', field('value', $._expression)),
    parenthesized: ($) => seq('(', $._expression, close($, ')')),
    list: ($) => seq('[', choice(seq($._loop, ':', $._expression), commas($._expression)), close($, ']')),
    object: ($) => seq('{', choice(seq(optional($._newline), $._loop, ':', $.entry, optional($._newline)), entries($, $.entry)), '}'),
    entry: ($) => seq(field('key', choice(named($, ['for']), $._string, $.computed_key)), '=', field('value', $._expression)),
    computed_key: ($) => seq('[', $._expression, ']'),
    _loop: ($) =>
      seq(
        'for', field('variable', $.identifier), optional(seq(',', field('variable', $.identifier))),
        'in', field('source', $._expression), optional(seq('if', $._expression)),
      ),

    // Words, numbers and texts.

    identifier: () => /[A-Za-z_][A-Za-z0-9_]*/,
    true: () => 'true',
    false: () => 'false',
    null: () => 'null',
    number: () => /[0-9]([0-9A-Za-z_]|\.[0-9])*%?/,
    _string: ($) => choice($.string, $.long_string, $.raw_string),
    raw_string: () => token(choice(/r"[^"\r\n]*"?/, /r#"([^"\r\n]|"+[^"#\r\n])*("+#?)?/)),
    string: ($) =>
      seq('"', repeat(choice($.escape_sequence, $.interpolation, alias($._chars, $.string_content))), choice(token.immediate('"'), alias($._unclosed_text, $.unclosed))),
    long_string: ($) =>
      seq('"""', repeat(choice($.escape_sequence, $.interpolation, alias($._long_chars, $.string_content))), token.immediate(prec(2, '"""'))),
    _chars: () => token.immediate(prec(1, /[^"\\$\r\n]+|\$/)),
    _long_chars: () => token.immediate(prec(1, /[^"\\$]+|\$|"/)),
    escape_sequence: () => token.immediate(prec(1, /\\(u\{[0-9A-Za-z]*\}|[^\r\n])/)),
    interpolation: ($) => seq(token.immediate(prec(2, '${')), $._expression, close($, '}')),
  },
});
