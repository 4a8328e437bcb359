" Syntax of dvl. A word of an item is told from a name by what follows it: nowhere else do two names stand in a row.
if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

let s:hard = 'if\|then\|else\|for\|in\|on\|match\|where\|true\|false\|null'
let s:items = 'module\|import\|private\|param\|secret\|let\|type\|fn\|component\|kind\|provides\|block\|state\|host'
      \ . '\|output\|moved\|adopt\|forget'
let s:types = 'string\|int\|decimal\|bool\|size\|duration\|frequency\|rate\|percent\|ip\|cidr\|mac\|port\|port_mapping'
      \ . '\|image_ref\|path\|url\|list\|set\|map\|ref'
let s:units = '[kMGT]\?B\|[KMGT]iB\|ns\|us\|ms\|s\|min\|h\|d\|[MG]\?Hz\|%'
let s:durations = 'ns\|us\|ms\|s\|min\|h\|d'
let s:digits = '\d\+\%(_\d\+\)*\%(\.\d\+\)\?'
let s:name = '\%(\%(' . s:hard . '\)\>\)\@!\h\w*'
let s:start = '\%(\%(^\|[{},]\)\s*\)\@<='
let s:own = '\%([.?]\s*\)\@2<!\<' " no member
let s:no_type = '\%([|:]\s*\)\@<!'
let s:assign = '\s*=\%(=\)\@!'
let s:item_ahead = '^\ze\s*\%(' . s:items . '\)\s\+' . s:name

" Of two matches at one place the one defined last counts: from the general to the special.
function! s:match(group, pattern) abort
  execute 'syn match ' . a:group . " '" . a:pattern . "'"
endfunction

" In brackets there are no items, up to a line that must be one.
syn cluster dvlItem contains=dvlItemWord,dvlItemName,dvlKind
execute 'syn region dvlBrackets transparent matchgroup=dvlSign start="\%(?\)\?\[" matchgroup=dvlSign end="\]" end="\ze}" end="'
      \ . s:item_ahead . '" contains=ALLBUT,@dvlItem,@dvlInText,dvlHoleBraces fold'
execute 'syn region dvlParens transparent matchgroup=dvlSign start="(" matchgroup=dvlSign end=")" end="\ze}" end="'
      \ . s:item_ahead . '" contains=ALLBUT,@dvlItem,@dvlInText,dvlHoleBraces fold'
syn region dvlBraces transparent matchgroup=dvlSign start="{" end="}" contains=ALLBUT,@dvlInText,dvlHoleBraces fold

call s:match('dvlName', '\<\h\w*')
call s:match('dvlConditional', '\<\%(if\|then\|else\|match\)\>')
call s:match('dvlRepeat', '\<for\>')
call s:match('dvlWord', '\<\%(in\|on\|where\)\>')
call s:match('dvlConstant', '\<\%(true\|false\|null\)\>')
call s:match('dvlFunction', s:own . s:name . '\ze(')
call s:match('dvlType', '\%([:<|]\s*\|\<\%(secret\|known\)\s\+\)\@<=\<\%(' . s:types . '\)\>\ze\%(\s*\.\)\@!')
call s:match('dvlKind', s:start . s:name . '\ze\%(\.\h\w*\)*\s*{')
call s:match('dvlKind', s:start . s:name . '\ze\%(\.\h\w*\)*\s\+\%(' . s:name . '\|on\>\%(' . s:assign . '\)\@!\)')
call s:match('dvlItemWord', s:own . '\%(' . s:items . '\)\ze\s\+' . s:name)
call s:match('dvlModifier', '\%([:<|(,]\s*\|\<secret\s\+\|\<known\s\+\)\@<=\<\%(secret\|known\)\>\ze\s\+\%(' . s:name . '\|[{(|"]\)')
call s:match('dvlItemWord', s:own . '\%(import\|check\|test\)\ze\s*\%("\|r["#]\)')
call s:match('dvlItemWord', '\%([A-Za-z0-9_"#]\s\+\)\@<=as\ze\s\+' . s:name)
call s:match('dvlItemWord', s:start . '\%(assert\|expect\)\>\ze\s*\%([!"[({0-9-]\|\%(if\|match\|true\|false\|null\)\>\|' . s:name . '\)')
call s:match('dvlItemWord', s:start . 'apply\>\ze\s*\%(\h\w*\s*\)\?\%($\|[,}]\|//\|/\*\)')
call s:match('dvlItemName', '\%(\<\%(fn\|component\|kind\|type\)\s\+\)\@<=' . s:name)
call s:match('dvlKey', s:own . s:no_type . '\%(\%(then\|else\|where\)\>\)\@!\h\w*\ze' . s:assign)
call s:match('dvlKey', s:start . '\%(\%(then\|else\|where\)\>\)\@!\h\w*\ze\s*?\?\s*:')
call s:match('dvlMember', '\%(\%([^.]\|^\)\.\s*\)\@<=\h\w*')
call s:match('dvlAnnotation', '@\s*' . s:name)

call s:match('dvlNumberError', '\<\d\%(\w\|\.\d\)*%\?')
call s:match('dvlNumber', '\<\%(\%(' . s:digits . '\%(' . s:durations . '\)\)\+\|' . s:digits . '\%(' . s:units
      \ . '\)\|\%(0\|[1-9]\d*\%(_\d\+\)*\)\%(\.\d\+\)\?\)\%(\w\|%\|\.\d\)\@!')

" A text of one line ends with it, whatever is open in it.
syn cluster dvlInText contains=dvlEscape,dvlEscapeError,dvlHole,dvlLongHole
syn cluster dvlOfBlocks contains=@dvlItem,dvlBraces,dvlBrackets,dvlParens
syn region dvlText start=+"+ end=+"+ end=+$+ end=+^+ contains=dvlEscape,dvlEscapeError,dvlHole
syn region dvlText start=+"""+ end=+"""+ contains=dvlEscape,dvlEscapeError,dvlLongHole
syn match dvlText +r"[^"]*"\?+
syn match dvlText +r#".\{-}\%("#\|$\)+
syn match dvlEscapeError +\\\%(u{\w*}\?\|.\)+ contained
syn match dvlEscape +\\\%([nt"\\$]\|u{\x\{1,6}}\)+ contained
syn region dvlHole matchgroup=dvlHoleEdge start="${" end="}" end="$" end="^" contained
      \ contains=ALLBUT,@dvlOfBlocks,@dvlInText
syn region dvlHoleBraces transparent matchgroup=dvlSign start="{" end="}" end="$" end="^" contained
      \ contains=ALLBUT,@dvlOfBlocks,@dvlInText
syn region dvlLongHole matchgroup=dvlHoleEdge start="${" end="}" contained contains=ALLBUT,@dvlItem,@dvlInText,dvlHoleBraces

syn match dvlLineComment "//.*$" contains=@Spell
syn match dvlDocComment "////\@!.*$" contains=@Spell
syn region dvlBlockComment start="/\*" end="\*/" contains=@Spell fold

syn sync fromstart

hi def link dvlConditional Conditional
hi def link dvlRepeat Repeat
hi def link dvlWord Keyword
hi def link dvlItemWord Keyword
hi def link dvlModifier StorageClass
hi def link dvlConstant Constant
hi def link dvlFunction Function
hi def link dvlItemName Identifier
hi def link dvlKey Identifier
hi def link dvlType Type
hi def link dvlKind Type
hi def link dvlAnnotation PreProc
hi def link dvlNumber Number
hi def link dvlNumberError Error
hi def link dvlText String
hi def link dvlEscape SpecialChar
hi def link dvlEscapeError Error
hi def link dvlHoleEdge Special
hi def link dvlLineComment Comment
hi def link dvlBlockComment Comment
hi def link dvlDocComment SpecialComment

let b:current_syntax = 'dvl'
let &cpo = s:cpo
unlet s:cpo
