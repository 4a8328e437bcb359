[
  (body)
  (object)
  (object_type)
  (list)
  (parameters)
  (arguments)
  (match)
  (long_string)
  (block_comment)
] @fold
