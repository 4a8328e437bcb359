([(line_comment) (block_comment)] @injection.content
  (#set! injection.language "comment"))

((doc_comment) @injection.content
  (#set! injection.language "markdown_inline"))

((call
   function: (identifier) @_name
   (arguments . (identifier) . (raw_string) @injection.content))
  (#eq? @_name "matches")
  (#set! injection.language "regex"))
