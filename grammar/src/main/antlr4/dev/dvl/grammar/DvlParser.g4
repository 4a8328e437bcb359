/*
 * The shape of a program, one top-level item at a time; which newlines count has been settled before.
 * Nearly LL(1): operators come as a flat chain, and precedence is applied when the tree is built.
 * Lists are written `x? (separator x?)*`, so that a bad token spoils one element and not the list.
 * Every part has a label: right lines are read without a parse tree, and labels are all that is left of them.
 */
parser grammar DvlParser;

options { tokenVocab = DvlLexer; superClass = DvlParserBase; }

line: entries+=entry? (COMMA entries+=entry?)* EOF;

body: LBRACE entries+=entry? ((NL | COMMA) entries+=entry?)* RBRACE;

entry: annotations+=annotation+ (hidden=PRIVATE? form=item)? | hidden=PRIVATE? form=item;

annotation: AT id=name (LPAREN (arguments+=argument (COMMA arguments+=argument)* COMMA?)? RPAREN)?;

item
  : MODULE which=path block=body?                                               # ModuleItem
  | IMPORT (from=path | file=text) (AS id=name)?                                # ImportItem
  | PARAM id=name COLON of=type (ASSIGN value=expr)? limit=where? block=body?   # ParamItem
  | SECRET id=name (ASSIGN value=expr)?                                         # SecretItem
  | LET id=name (COLON of=type)? ASSIGN value=expr                              # LetItem
  | TYPE id=name ASSIGN of=type limit=where?                                    # TypeItem
  | FN id=name LPAREN (parameters+=parameter (COMMA parameters+=parameter)* COMMA?)? RPAREN
      (COLON of=type)? ASSIGN value=expr                                        # FnItem
  | COMPONENT id=name on=platform? block=body                                   # ComponentItem
  | KIND id=name on=platform? block=body                                        # KindItem
  | PROVIDES id=name (IF value=expr)? block=body?                               # ProvidesItem
  | BLOCK id=name (LBRACK of=type RBRACK)? optional=QUESTION? block=body meta=body? # BlockItem
  | STATE id=name block=body?                                                   # StateItem
  | HOST id=name keys+=key* COLON from=path block=body?                         # HostItem
  | opening=FOR ids+=name (COMMA ids+=name)? IN source=expr (IF filter=expr)? block=body # ForItem
  | starts+=IF conditions+=expr blocks+=body (ELSE starts+=IF conditions+=expr blocks+=body)*
      (ELSE otherwise=body)?                                                    # IfItem
  | CHECK title=text block=body                                                 # CheckItem
  | ASSERT value=expr (ELSE message=text)?                                      # AssertItem
  | TEST title=text block=body                                                  # TestItem
  | EXPECT value=expr (ELSE message=text)?                                      # ExpectItem
  | EXPECT words+=name words+=name+                                             # ExpectWordsItem
  | APPLY how=name?                                                             # ApplyItem
  | OUTPUT id=name (COLON of=type)? (ASSIGN value=expr)? block=body?            # OutputItem
  | MOVED from=address ARROW to=address                                         # MovedItem
  | ADOPT which=address ASSIGN value=expr                                       # AdoptItem
  | FORGET which=address                                                        # ForgetItem
  | (id=keyWord | quoted=text) ASSIGN value=expr                                # AttributeItem
  | id=name optional=QUESTION? COLON of=type (ASSIGN value=expr)? limit=where? block=body? # FieldItem
  | of=kind (id=name keys+=key*)? (ON on=place)? block=body?                    # DeclarationItem
  ;

where: WHERE value=expr (ELSE message=text)?;
platform: ON id=name COLON of=type;
parameter: id=name COLON of=type (ASSIGN value=expr)?;
kind: first=IDENT (DOT rest+=word)*;
path: first=name (DOT rest+=word)*;
key: LBRACK value=expr RBRACK;
place: first=name steps+=placeStep* | LPAREN value=expr RPAREN;
placeStep: DOT id=word | index=key;
address: steps+=addressStep (DOT steps+=addressStep)*;
addressStep: id=name keys+=addressKey*;
addressKey: LBRACK (any=STAR | value=expr) RBRACK;

// Types.

type: PIPE? members+=typeTerm (PIPE members+=typeTerm)*;
typeTerm: (secret=SECRET known=KNOWN? | known=KNOWN secret=SECRET?)? atom=typeAtom optional=QUESTION?;
typeAtom
  : which=typePath (LESS arguments+=type (COMMA arguments+=type)* COMMA? GREATER)? # NamedType
  | (quoted=text | MINUS? NUMBER | TRUE | FALSE | NULL)                            # LiteralType
  | LBRACE fields+=typeField? ((NL | COMMA) fields+=typeField?)* RBRACE            # ObjectType
  | LPAREN inner=type RPAREN                                                       # ParenType
  ;
typePath: first=typeName (DOT rest+=word)*;
typeField: (id=keyWord | quoted=text) optional=QUESTION? COLON of=type (ASSIGN value=expr)? limit=where? block=body?;

// Expressions. Few levels, since most of them are one word or text.

expr: choice=conditional | cases=match | first=operand more=chain?;
simple: cases=match | first=operand more=chain?;
conditional
  : starts+=IF conditions+=expr THEN values+=expr (ELSE starts+=IF conditions+=expr THEN values+=expr)*
    ELSE otherwise=simple
  ;
match: MATCH subject=expr LBRACE arms+=arm? ((NL | COMMA) arms+=arm?)* RBRACE;
arm: (ELSE | patterns+=pattern (PIPE patterns+=pattern)*) ARROW value=expr;
pattern: quoted=text | MINUS? NUMBER | TRUE | FALSE | NULL;
chain: (operators+=operator operands+=operand)+;
operator
  : STAR | SLASH | PLUS | MINUS | RANGE | RANGE_EXCLUSIVE | LESS | LESS_EQUAL
  | GREATER equals=ASSIGN? | IN | EQUAL | NOT_EQUAL | AND | OR | COALESCE
  ;
operand
  : signs+=(NOT | MINUS)*
    (
      id=name
      | constant=(NUMBER | TRUE | FALSE | NULL)
      | quoted=text
      | elements=list
      | fields=object
      | group=parens
    )
    postfixes+=postfix*
  ;
postfix
  : (DOT | safe=SAFE_DOT) id=word                                       # MemberPostfix
  | LBRACK STAR RBRACK                                                  # SplatPostfix
  | (LBRACK | safe=SAFE_LBRACK) index=expr RBRACK                       # IndexPostfix
  | LPAREN (arguments+=argument (COMMA arguments+=argument)* COMMA?)? RPAREN # CallPostfix
  ;
argument: (id=keyWord ASSIGN)? value=expr;
parens: LPAREN inner=expr RPAREN;
list: LBRACK (loop=head each=expr | (elements+=expr (COMMA elements+=expr)* COMMA?)?) RBRACK;
object
  : LBRACE loop=head each=objectField NL? RBRACE
  | LBRACE fields+=objectField? ((NL | COMMA) fields+=objectField?)* RBRACE
  ;
objectField: id=objectKey ASSIGN value=expr;
objectKey: id=keyWord | quoted=text | LBRACK computed=expr RBRACK;
head: FOR ids+=name (COMMA ids+=name)? IN source=expr (IF filter=expr)? COLON;
text: plain=TEXT | raw=RAW | (open=TEXT_OPEN | open=LONG_OPEN) parts+=textPart* close=TEXT_CLOSE;
textPart: CHARS | ESCAPE | HOLE_OPEN hole=expr HOLE_CLOSE;

// Words, from the narrowest set to the widest; each written out, so that a word is one node.

typeName
  : IDENT | MODULE | IMPORT | AS | PRIVATE | PARAM | LET | TYPE | FN | COMPONENT | KIND | PROVIDES
  | BLOCK | STATE | HOST | CHECK | ASSERT | TEST | EXPECT | APPLY | OUTPUT | MOVED
  | ADOPT | FORGET
  ;
name
  : IDENT | MODULE | IMPORT | AS | PRIVATE | PARAM | LET | TYPE | FN | COMPONENT | KIND | PROVIDES
  | BLOCK | STATE | HOST | CHECK | ASSERT | TEST | EXPECT | APPLY | OUTPUT | MOVED
  | ADOPT | FORGET | SECRET | KNOWN
  ;
keyWord
  : IDENT | MODULE | IMPORT | AS | PRIVATE | PARAM | LET | TYPE | FN | COMPONENT | KIND | PROVIDES
  | BLOCK | STATE | HOST | CHECK | ASSERT | TEST | EXPECT | APPLY | OUTPUT | MOVED
  | ADOPT | FORGET | SECRET | KNOWN | IF | FOR | IN | ON | MATCH | TRUE | FALSE | NULL
  ;
word
  : IDENT | MODULE | IMPORT | AS | PRIVATE | PARAM | LET | TYPE | FN | COMPONENT | KIND | PROVIDES
  | BLOCK | STATE | HOST | CHECK | ASSERT | TEST | EXPECT | APPLY | OUTPUT | MOVED
  | ADOPT | FORGET | SECRET | KNOWN | IF | FOR | IN | ON | MATCH | TRUE | FALSE | NULL | THEN | ELSE
  | WHERE
  ;
