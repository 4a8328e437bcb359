/*
 * Which newlines end something: the rules of `Newlines` in the compiler, but those that the parser's state settles.
 * And that what is not closed swallows nothing: a one-line text ends with its line, a bracket before a line that can
 * only be an item. After a mistake every token counts as valid, and then a newline is one.
 */
#include "tree_sitter/parser.h"
#include <string.h>

enum Token { NEWLINE, UNCLOSED_TEXT, UNCLOSED_BRACKET };

enum { LONGEST = 12 };

static const char *const ITEMS[] = {
    "module", "import", "private", "param", "secret", "let", "type", "fn", "component", "kind", "provides", "block",
    "state", "host", "output", "moved", "adopt", "forget", NULL};

static const char *const HARD[] = {"if", "then", "else", "for", "in", "on", "match", "where", "true", "false", "null", NULL};

void *tree_sitter_dvl_external_scanner_create(void) { return NULL; }
void tree_sitter_dvl_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_dvl_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload, (void)buffer;
  return 0;
}
void tree_sitter_dvl_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload, (void)buffer, (void)length;
}

static bool is_newline(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == 0xFEFF; }
static bool is_word(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static void skip_line_comment(TSLexer *lexer) {
  while (!lexer->eof(lexer) && !is_newline(lexer->lookahead)) advance(lexer);
}

static void skip_block_comment(TSLexer *lexer) {
  bool star = false;
  while (!lexer->eof(lexer) && !(star && lexer->lookahead == '/')) {
    star = lexer->lookahead == '*';
    advance(lexer);
  }
  advance(lexer);
}

/* Goes to the next thing that is neither space nor comment; tells whether it is a single slash, which is then behind. */
static bool skip_to_slash(TSLexer *lexer) {
  while (!lexer->eof(lexer)) {
    if (is_blank(lexer->lookahead) || is_newline(lexer->lookahead)) {
      advance(lexer);
    } else if (lexer->lookahead == '/') {
      advance(lexer);
      if (lexer->lookahead == '/') {
        skip_line_comment(lexer);
      } else if (lexer->lookahead == '*') {
        advance(lexer);
        skip_block_comment(lexer);
      } else {
        return true;
      }
    } else {
      return false;
    }
  }
  return false;
}

/* What stands behind a word on its line. */
static void skip_blanks(TSLexer *lexer) {
  while (is_blank(lexer->lookahead)) advance(lexer);
}

static bool is_assign(TSLexer *lexer) {
  if (lexer->lookahead != '=') return false;
  advance(lexer);
  return lexer->lookahead != '=';
}

static bool is_arrow(TSLexer *lexer) {
  if (lexer->lookahead != '-') return false;
  advance(lexer);
  return lexer->lookahead == '>';
}

/* Reads a word, cut off where it is longer than any of the language. */
static void read_word(TSLexer *lexer, char word[LONGEST + 2]) {
  unsigned length = 0;
  while (is_word(lexer->lookahead)) {
    if (length <= LONGEST) word[length++] = (char)lexer->lookahead;
    advance(lexer);
  }
  word[length] = '\0';
}

static bool is_one_of(const char *word, const char *const *words) {
  for (; *words; words++) {
    if (strcmp(word, *words) == 0) return true;
  }
  return false;
}

/*
 * `then` and `where` always go on; `else -> x` is an arm of a match, whose arrow may stand on a line of its own, `in = x`
 * an attribute.
 */
static bool word_continues(TSLexer *lexer) {
  char word[LONGEST + 2];
  read_word(lexer, word);
  if (strcmp(word, "then") == 0 || strcmp(word, "where") == 0) return true;
  if (strcmp(word, "else") == 0) return skip_to_slash(lexer) || !is_arrow(lexer);
  skip_blanks(lexer);
  return strcmp(word, "in") == 0 && lexer->lookahead != ':' && !is_assign(lexer);
}

/* A word of an item and a name in a row; no value has that. */
static bool starts_item(TSLexer *lexer) {
  char word[LONGEST + 2];
  read_word(lexer, word);
  if (!is_one_of(word, ITEMS)) return false;
  skip_blanks(lexer);
  if (!is_word(lexer->lookahead) || (lexer->lookahead >= '0' && lexer->lookahead <= '9')) return false;
  read_word(lexer, word);
  return !is_one_of(word, HARD);
}

/* Whether a line that starts here goes on with the line before. */
static bool continues(TSLexer *lexer) {
  switch (lexer->lookahead) {
    case '.': case '|': case '+': case '*': case '<': case '>': case '}': case ']': case ')':
      return true;
    case '-':
      return is_arrow(lexer);
    case '?':
      advance(lexer);
      return lexer->lookahead == '.' || lexer->lookahead == '?';
    case '&':
      advance(lexer);
      return lexer->lookahead == '&';
    case '=': case '!':
      advance(lexer);
      return lexer->lookahead == '=';
    default:
      return is_word(lexer->lookahead) && word_continues(lexer);
  }
}

static bool newline(TSLexer *lexer) {
  lexer->result_symbol = NEWLINE;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  if (!is_newline(lexer->lookahead)) return false;
  advance(lexer);
  lexer->mark_end(lexer);
  bool slash = skip_to_slash(lexer);
  return !slash && !lexer->eof(lexer) && !continues(lexer);
}

static bool unclosed_text(TSLexer *lexer) {
  lexer->result_symbol = UNCLOSED_TEXT;
  return is_newline(lexer->lookahead);
}

static bool unclosed_bracket(TSLexer *lexer) {
  lexer->result_symbol = UNCLOSED_BRACKET;
  lexer->mark_end(lexer);
  skip_blanks(lexer);
  return is_newline(lexer->lookahead) && !skip_to_slash(lexer) && starts_item(lexer);
}

bool tree_sitter_dvl_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  if (valid[NEWLINE]) return newline(lexer);
  if (valid[UNCLOSED_TEXT]) return unclosed_text(lexer);
  return valid[UNCLOSED_BRACKET] && unclosed_bracket(lexer);
}
