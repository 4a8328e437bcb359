" Indentation of dvl: by what is open, and one step more for a line that goes on with the one before.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=DvlIndent(v:lnum) indentkeys=0{,0},0),0],!^F,o,O,0=then,0=else,0=where,0.,0\|,0?,0&
setlocal autoindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< autoindent<'

if exists('*DvlIndent')
  finish
endif

" A line without its comment, so far as brackets and operators go.
function! s:code(lnum) abort
  let text = substitute(getline(a:lnum), '"\%(\\.\|[^"\\]\)*"', '""', 'g')
  return substitute(text, '\s*//.*$', '', '')
endfunction

function! s:goes_on(code) abort
  return a:code =~# '^\s*\%(then\|else\%(\s*->\)\@!\|where\)\>' || a:code =~# '^\s*\%(?\?\.\|??\||\|->\|&&\|[+*<>]\|[=!]=\)'
endfunction

function! s:unfinished(code) abort
  return a:code =~# '\%([-+*/=<|:!]\|&&\|??\|->\)\s*$'
endfunction

" The line of the bracket that is open at the start of this one, or 0. Syntax is not asked: that would take minutes for a
" long file, since each line that is indented makes Vim look at it anew.
function! s:opener(lnum) abort
  let closers = 0
  for lnum in range(a:lnum - 1, 1, -1)
    for bracket in reverse(split(substitute(s:code(lnum), '[^][{}()]', '', 'g'), '\zs'))
      let closers += bracket =~# '[]})]' ? 1 : -1
      if closers < 0
        return lnum
      endif
    endfor
  endfor
  return 0
endfunction

function! DvlIndent(lnum) abort
  if getline(a:lnum) !~# '^r\?"' && synIDattr(synID(a:lnum, 1, 1), 'name') =~# '^dvl\%(Text\|BlockComment\)$'
    return -1
  endif
  let this = s:code(a:lnum)
  let opener = s:opener(a:lnum)
  if this =~# '^\s*[]})]'
    return opener == 0 ? 0 : indent(opener)
  endif
  let base = opener == 0 ? 0 : indent(opener) + shiftwidth()
  let rest = s:goes_on(this) && this !~# '^\s*else\s*\%({\|if\>.*{\)'
  return base + (rest || s:unfinished(s:code(prevnonblank(a:lnum - 1))) ? shiftwidth() : 0)
endfunction
