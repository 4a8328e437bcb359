// Every test of the editors' files, in one process: programs are read once.
import './extension.test.mjs';
import './textmate.test.mjs';
import './tree-sitter.test.mjs';
import './vim.test.mjs';
import './words.test.mjs';
import './agreement.test.mjs';
