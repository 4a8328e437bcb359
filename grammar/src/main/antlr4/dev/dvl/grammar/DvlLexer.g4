lexer grammar DvlLexer;

IDENT: [A-Za-z_] [A-Za-z_0-9]*;
NUMBER: [0-9] [0-9A-Za-z_.]*;
STRING: '"' ~["\r\n]* '"';

LBRACE: '{';
RBRACE: '}';
ASSIGN: '=';

NL: '\r'? '\n';
COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
WS: [ \t]+ -> channel(HIDDEN);
ERR: .;
