" Prints for each file of the list $DVL_NAMES how Vim shows it: `group start end` in bytes of a line, `|` at the end
" of each line, and `--` at the end of each file.
set nocompatible nomore noswapfile encoding=utf-8 fileformats=unix
execute 'set runtimepath^=' . fnameescape($DVL_VIM)
filetype plugin indent on
syntax on
let s:out = []
for s:name in readfile($DVL_NAMES)
  execute 'edit ' . fnameescape(s:name)
  for s:line in range(1, line('$'))
    let s:last = ''
    let s:from = 1
    let s:end = col([s:line, '$'])
    for s:column in range(1, s:end)
      let s:group = s:column == s:end ? '' : synIDattr(synID(s:line, s:column, 0), 'name')
      if s:group !=# s:last || s:column == s:end
        if s:last !=# ''
          call add(s:out, s:last . ' ' . (s:from - 1) . ' ' . (s:column - 1))
        endif
        let s:last = s:group
        let s:from = s:column
      endif
    endfor
    call add(s:out, '|')
  endfor
  call add(s:out, '--')
  bwipeout!
endfor
call writefile(s:out, $DVL_OUT)
quitall!
