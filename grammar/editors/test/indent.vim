" Takes the indentation off each file of the list $DVL_NAMES but inside of texts and comments, lets Vim indent it anew, and
" prints it, then a line `--`.
set nocompatible nomore noswapfile encoding=utf-8 fileformats=unix
execute 'set runtimepath^=' . fnameescape($DVL_VIM)
filetype plugin indent on
syntax on
let s:out = []
for s:name in readfile($DVL_NAMES)
  execute 'edit ' . fnameescape(s:name)
  let s:outside = filter(range(1, line('$')), 'synIDattr(synID(v:val, 1, 0), "name") !~# "^dvl\\%(Text\\|BlockComment\\)$"')
  for s:line in s:outside
    call setline(s:line, substitute(getline(s:line), '^\s*', '', ''))
  endfor
  normal! gg=G
  call extend(s:out, getline(1, '$') + ['--'])
  bwipeout!
endfor
call writefile(s:out, $DVL_OUT)
quitall!
