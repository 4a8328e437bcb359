[(body) (object) (object_type) (list) (parameters) (arguments) (parenthesized) (match)] @indent.begin
["}" "]" ")"] @indent.branch @indent.end
(long_string) @indent.ignore
