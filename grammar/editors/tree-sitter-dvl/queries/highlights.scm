; Later patterns win.

(identifier) @variable
(member name: (identifier) @variable.member)
(path (identifier) @module)
(import name: (identifier) @module)

; What is declared.
(module name: (path (identifier) @module))
(param name: (identifier) @variable.parameter)
(parameter name: (identifier) @variable.parameter)
(platform name: (identifier) @variable.parameter)
(named_argument name: (identifier) @variable.parameter)
(attribute name: (identifier) @property)
(field name: (identifier) @property)
(type_field name: (identifier) @property)
(entry key: (identifier) @property)
(state name: (identifier) @property)
(block name: (identifier) @property)
(address (identifier) @variable)
(expect word: (identifier) @constant)
(apply word: (identifier) @constant)

; Kinds: the first word of a declaration.
(kind_path (identifier) @type)
(kind name: (identifier) @type)
(component name: (identifier) @type)
(host kind: (path (identifier) @type))
(provides name: (identifier) @type)
(declaration name: (identifier) @label)
(host name: (identifier) @label)

(type_path (identifier) @type)
(type_alias name: (identifier) @type)
((type_path . (identifier) @type.builtin .)
  (#any-of? @type.builtin
    "string" "int" "decimal" "bool" "size" "duration" "frequency" "rate" "percent" "ip" "cidr" "mac" "port" "port_mapping"
    "image_ref" "path" "url" "list" "set" "map" "ref"))

(function name: (identifier) @function)
(call function: (identifier) @function.call)
(call function: (member name: (identifier) @function.call))

; Words.
[
  "module" "import" "as" "param" "secret" "known" "let" "type" "component" "kind" "provides" "block" "state" "host" "check"
  "assert" "test" "expect" "output" "moved" "adopt" "forget" "on" "where" "fn" "private"
  (apply)
] @keyword
["if" "then" "else" "match"] @keyword.conditional
"for" @keyword.repeat
"in" @keyword.operator
[(true) (false)] @boolean
(null) @constant.builtin

; Words that are names here.
(attribute name: (identifier) @property)
(field name: (identifier) @property)

(annotation "@" @attribute name: (identifier) @attribute)

; Numbers and texts.
(number) @number
[(string) (long_string) (raw_string)] @string
(string_content) @string
(escape_sequence) @string.escape
(interpolation ["${" "}"] @punctuation.special)

[(line_comment) (block_comment)] @comment
(doc_comment) @comment.documentation

; Signs.
[
  "=" "==" "!=" "<=" ">=" "&&" "||" "??" "|" "!" "+" "-" "*" "/" ".." "..<" "->" "?"
] @operator
(binary operator: ["<" ">"] @operator)
(type_arguments ["<" ">"] @punctuation.bracket)
["{" "[" "?[" "]" "(" ")"] @punctuation.bracket
(body "}" @punctuation.bracket)
(object "}" @punctuation.bracket)
(object_type "}" @punctuation.bracket)
(match "}" @punctuation.bracket)
["." "?." "," ":"] @punctuation.delimiter
(unclosed) @error
