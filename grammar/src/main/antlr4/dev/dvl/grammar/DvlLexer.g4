/*
 * The words and signs of the language. Every text is read to its end: what is no token is an UNKNOWN,
 * a string or comment that never ends still gives tokens.
 */
lexer grammar DvlLexer;

options { superClass = DvlLexerBase; }
channels { COMMENTS }
tokens { HOLE_OPEN, HOLE_CLOSE }

// Hard words.
IF: 'if';
THEN: 'then';
ELSE: 'else';
FOR: 'for';
IN: 'in';
ON: 'on';
MATCH: 'match';
WHERE: 'where';
TRUE: 'true';
FALSE: 'false';
NULL: 'null';

// Soft words: they mean something only where an item starts, else they are names.
MODULE: 'module';
IMPORT: 'import';
AS: 'as';
PRIVATE: 'private';
PARAM: 'param';
SECRET: 'secret';
KNOWN: 'known';
LET: 'let';
TYPE: 'type';
FN: 'fn';
COMPONENT: 'component';
KIND: 'kind';
PROVIDES: 'provides';
BLOCK: 'block';
STATE: 'state';
HOST: 'host';
CHECK: 'check';
ASSERT: 'assert';
TEST: 'test';
EXPECT: 'expect';
APPLY: 'apply';
OUTPUT: 'output';
MOVED: 'moved';
ADOPT: 'adopt';
FORGET: 'forget';

IDENT: [A-Za-z_] [A-Za-z0-9_]*;

// All that starts like a number is one token, so that `10.0.0.7` or `512Mi` can be explained.
NUMBER: [0-9] ([0-9A-Za-z_] | '.' [0-9])* '%'?;

RAW: 'r"' ~["\r\n]* '"' | 'r#"' RAW_CHAR* '"'+ '#';
RAW_UNCLOSED: ('r"' ~["\r\n]* | 'r#"' RAW_CHAR* '"'*) -> type(RAW);
fragment RAW_CHAR: ~["\r\n] | '"'+ ~["#\r\n];
// A text of one piece is one token; any other is read in pieces.
TEXT: '"' ~["\\$\r\n]* '"';
LONG_OPEN: '"""' -> pushMode(LONG);
TEXT_OPEN: '"' -> pushMode(SHORT);

LBRACE: '{' { openBrace(); };
RBRACE: '}' { closeBrace(); };
LBRACK: '[';
SAFE_LBRACK: '?[';
RBRACK: ']';
LPAREN: '(';
RPAREN: ')';

RANGE_EXCLUSIVE: '..<';
RANGE: '..';
SAFE_DOT: '?.';
DOT: '.';
COALESCE: '??';
QUESTION: '?';
ARROW: '->';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS_EQUAL: '<=';
LESS: '<';
GREATER: '>'; // never `>=`: in `list<int>= x` the two belong to different things
ASSIGN: '=';
AND: '&&';
OR: '||';
PIPE: '|';
NOT: '!';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
COLON: ':';
COMMA: ',';
AT: '@';

NL: ('\r\n' | '\n' | '\r') { endLine(); };
DOC_COMMENT: '///' (~[/\r\n] ~[\r\n]*)? -> channel(COMMENTS);
LINE_COMMENT: '//' ~[\r\n]* -> channel(COMMENTS);
BLOCK_COMMENT: '/*' COMMENT_CHAR* '*'+ '/' -> channel(COMMENTS);
BLOCK_COMMENT_UNCLOSED: '/*' COMMENT_CHAR* '*'* -> type(BLOCK_COMMENT), channel(COMMENTS);
fragment COMMENT_CHAR: ~'*' | '*'+ ~[*/];
SPACE: [ \t]+ -> skip;
// Reported for the whole text at once, wherever they stand.
INVISIBLE: [\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF] -> skip;
UNKNOWN: .;

mode SHORT;
TEXT_CLOSE: '"' -> popMode;
ESCAPE: '\\' ('u{' [0-9A-Za-z]* '}'? | ~[\r\n])?;
SHORT_HOLE: '${' { openHole(true); } -> type(HOLE_OPEN), pushMode(DEFAULT_MODE);
CHARS: ~["\\$\r\n]+;
SHORT_DOLLAR: '$' -> type(CHARS);
SHORT_END: ('\r\n' | '\n' | '\r') { endLine(); } -> type(NL);

mode LONG;
LONG_CLOSE: '"""' -> type(TEXT_CLOSE), popMode;
LONG_ESCAPE: '\\' ('u{' [0-9A-Za-z]* '}'? | ~[\r\n])? -> type(ESCAPE);
LONG_HOLE: '${' { openHole(false); } -> type(HOLE_OPEN), pushMode(DEFAULT_MODE);
LONG_CHARS: ~["\\$]+ -> type(CHARS);
LONG_SIGN: ["$] -> type(CHARS);
