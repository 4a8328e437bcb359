/*
 * Shows what tree-sitter makes of programs. Reads names of files from the standard input, one a line, and prints for
 * each the tree, one leaf a line, the captures of the query file that the first argument names, and an empty line.
 * Offsets are bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_dvl(void);

static char *read_file(const char *name, uint32_t *length) {
  FILE *file = fopen(name, "rb");
  if (!file) {
    perror(name);
    exit(1);
  }
  size_t size = 0, room = 1 << 16;
  char *text = malloc(room);
  for (size_t got; (got = fread(text + size, 1, room - size, file)) > 0;) {
    size += got;
    if (size == room) text = realloc(text, room *= 2);
  }
  fclose(file);
  *length = (uint32_t)size;
  return text;
}

static void print_leaves(TSNode node, const char *parent) {
  uint32_t children = ts_node_child_count(node);
  const char *type = ts_node_type(node);
  if (children == 0) {
    printf("leaf %u %u %s %s\n", ts_node_start_byte(node), ts_node_end_byte(node), type, parent);
  }
  for (uint32_t i = 0; i < children; i++) print_leaves(ts_node_child(node, i), type);
}

static void print_captures(const TSQuery *query, TSNode root) {
  TSQueryCursor *cursor = ts_query_cursor_new();
  TSQueryMatch match;
  uint32_t index, length;
  ts_query_cursor_exec(cursor, query, root);
  while (ts_query_cursor_next_capture(cursor, &match, &index)) {
    const TSQueryCapture capture = match.captures[index];
    const char *name = ts_query_capture_name_for_id(query, capture.index, &length);
    printf("capture %u %u %.*s %u\n", ts_node_start_byte(capture.node), ts_node_end_byte(capture.node), (int)length, name,
           match.pattern_index);
  }
  ts_query_cursor_delete(cursor);
}

static void print_program(TSParser *parser, const TSQuery *query, const char *name) {
  uint32_t length;
  char *text = read_file(name, &length);
  TSTree *tree = ts_parser_parse_string(parser, NULL, text, length);
  TSNode root = ts_tree_root_node(tree);
  char *shown = ts_node_string(root);
  printf("tree %s\n", shown);
  print_leaves(root, "");
  print_captures(query, root);
  printf("\n");
  free(shown);
  free(text);
  ts_tree_delete(tree);
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: dump QUERY.scm <NAMES\n");
    return 3;
  }
  uint32_t length, offset;
  TSQueryError error;
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_dvl())) return 1;
  char *source = read_file(arguments[1], &length);
  TSQuery *query = ts_query_new(tree_sitter_dvl(), source, length, &offset, &error);
  if (!query) {
    fprintf(stderr, "%s: error %d at byte %u: %.40s\n", arguments[1], error, offset, source + offset);
    return 1;
  }
  char name[4096];
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = '\0';
    print_program(parser, query, name);
  }
  ts_query_delete(query);
  free(source);
  ts_parser_delete(parser);
  return 0;
}
