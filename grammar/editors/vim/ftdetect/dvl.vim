autocmd BufNewFile,BufRead *.dvl setfiletype dvl
