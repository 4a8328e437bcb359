/*
 * The shape of a program, one top-level item at a time; which newlines count has been settled before.
 * Nearly LL(1): operators come as a flat chain, and precedence is applied when the tree is built.
 * Lists are written `x? (separator x?)*`, so that a bad token spoils one element and not the list.
 */
parser grammar DvlParser;

options { tokenVocab = DvlLexer; superClass = DvlParserBase; }

line: entry? (COMMA entry?)* EOF;

body: LBRACE entry? ((NL | COMMA) entry?)* RBRACE;

entry: annotation+ (PRIVATE? item)? | PRIVATE? item;

annotation: AT name (LPAREN (argument (COMMA argument)* COMMA?)? RPAREN)?;

item
  : MODULE path body?                                                       # ModuleItem
  | IMPORT (path | text) (AS name)?                                         # ImportItem
  | PARAM name COLON type (ASSIGN expr)? where? body?                       # ParamItem
  | SECRET name (ASSIGN expr)?                                              # SecretItem
  | LET name (COLON type)? ASSIGN expr                                      # LetItem
  | TYPE name ASSIGN type where?                                            # TypeItem
  | FN name LPAREN (parameter (COMMA parameter)* COMMA?)? RPAREN (COLON type)? ASSIGN expr # FnItem
  | COMPONENT name platform? body                                           # ComponentItem
  | KIND name platform? body                                                # KindItem
  | PROVIDES name (IF expr)?                                                # ProvidesItem
  | BLOCK name (LBRACK type RBRACK)? QUESTION? body body?                   # BlockItem
  | STATE name body?                                                        # StateItem
  | HOST name key* COLON path body?                                         # HostItem
  | FOR name (COMMA name)? IN expr (IF expr)? body                          # ForItem
  | IF expr body (ELSE IF expr body)* (ELSE body)?                          # IfItem
  | CHECK text body                                                         # CheckItem
  | ASSERT expr (ELSE text)?                                                # AssertItem
  | TEST text (WITH object)? body                                           # TestItem
  | EXPECT expr                                                             # ExpectItem
  | EXPECT_ERROR name text?                                                 # ExpectErrorItem
  | APPLY                                                                   # ApplyItem
  | OUTPUT name (COLON type)? (ASSIGN expr)? body?                          # OutputItem
  | MOVED address ARROW address                                             # MovedItem
  | ADOPT address ASSIGN expr                                               # AdoptItem
  | FORGET address                                                          # ForgetItem
  | (keyWord | text) ASSIGN expr                                            # AttributeItem
  | name QUESTION? COLON type (ASSIGN expr)? where? body?                   # FieldItem
  | kind (name key*)? (ON place)? body?                                     # DeclarationItem
  ;

where: WHERE expr (ELSE text)?;
platform: ON name COLON type;
parameter: name COLON type (ASSIGN expr)?;
kind: IDENT (DOT word)*;
path: name (DOT word)*;
key: LBRACK expr RBRACK;
place: name placeStep* | LPAREN expr RPAREN;
placeStep: DOT word | key;
address: addressStep (DOT addressStep)*;
addressStep: name addressKey*;
addressKey: LBRACK (STAR | expr) RBRACK;

// Types.

type: PIPE? typeTerm (PIPE typeTerm)*;
typeTerm: (SECRET KNOWN? | KNOWN SECRET?)? typeAtom QUESTION?;
typeAtom
  : typePath (LESS type (COMMA type)* COMMA? GREATER)?       # NamedType
  | (text | MINUS? NUMBER | TRUE | FALSE | NULL)             # LiteralType
  | LBRACE typeField? ((NL | COMMA) typeField?)* RBRACE      # ObjectType
  | LPAREN type RPAREN                                       # ParenType
  ;
typePath: typeName (DOT word)*;
typeField: (keyWord | text) QUESTION? COLON type (ASSIGN expr)? where? body?;

// Expressions.

expr
  : IF expr THEN expr (ELSE IF expr THEN expr)* ELSE simple  # Conditional
  | simple                                                   # SimpleExpr
  ;
simple
  : MATCH expr LBRACE arm? ((NL | COMMA) arm?)* RBRACE       # MatchExpr
  | operand (operator operand)*                              # ChainExpr
  ;
operator
  : STAR | SLASH | PLUS | MINUS | RANGE | RANGE_EXCLUSIVE | LESS | LESS_EQUAL
  | GREATER ASSIGN? | IN | EQUAL | NOT_EQUAL | AND | OR | COALESCE
  ;
operand: (NOT | MINUS)* primary postfix*;
postfix
  : (DOT | SAFE_DOT) word                                    # MemberPostfix
  | LBRACK STAR RBRACK                                       # SplatPostfix
  | (LBRACK | SAFE_LBRACK) expr RBRACK                       # IndexPostfix
  | LPAREN (argument (COMMA argument)* COMMA?)? RPAREN       # CallPostfix
  ;
primary
  : name                                                     # NamePrimary
  | (NUMBER | TRUE | FALSE | NULL)                           # ConstantPrimary
  | text                                                     # TextPrimary
  | LBRACK (head expr | (expr (COMMA expr)* COMMA?)?) RBRACK # ListPrimary
  | object                                                   # ObjectPrimary
  | LPAREN expr RPAREN                                       # ParenPrimary
  ;
object
  : LBRACE head objectField NL? RBRACE                       # ObjectFor
  | LBRACE objectField? ((NL | COMMA) objectField?)* RBRACE  # ObjectFields
  ;
objectField: objectKey ASSIGN expr;
objectKey: keyWord | text | LBRACK expr RBRACK;
head: FOR name (COMMA name)? IN expr (IF expr)? COLON;
argument: (name ASSIGN)? expr;
arm: (ELSE | pattern (PIPE pattern)*) ARROW expr;
pattern: text | MINUS? NUMBER | TRUE | FALSE | NULL;
text: (TEXT_OPEN | LONG_OPEN) textPart* TEXT_CLOSE | RAW;
textPart: CHARS | ESCAPE | HOLE_OPEN expr HOLE_CLOSE;

// Words, from the narrowest set to the widest.

typeName
  : IDENT | MODULE | IMPORT | AS | PRIVATE | PARAM | LET | TYPE | FN | COMPONENT | KIND | PROVIDES | BLOCK
  | STATE | HOST | CHECK | ASSERT | TEST | WITH | EXPECT | EXPECT_ERROR | APPLY | OUTPUT | MOVED | ADOPT
  | FORGET
  ;
name: typeName | SECRET | KNOWN;
keyWord: name | IF | FOR | IN | ON | MATCH | TRUE | FALSE | NULL;
word: keyWord | THEN | ELSE | WHERE;
