parser grammar DvlParser;

options { tokenVocab = DvlLexer; }

file: item? (NL item?)* EOF;

item: IDENT ASSIGN value | IDENT IDENT body;

body: LBRACE item? (NL item?)* RBRACE;

value: IDENT | NUMBER | STRING;
