; Declarations are visible in the whole module; functions, loops and the blocks of loops are scopes of their own.

[(source_file) (function) (component) (kind) (for) (list) (object)] @local.scope

(param name: (identifier) @local.definition.parameter)
(parameter name: (identifier) @local.definition.parameter)
(secret name: (identifier) @local.definition.var)
(let name: (identifier) @local.definition.var)
(type_alias name: (identifier) @local.definition.type)
(function name: (identifier) @local.definition.function)
(component name: (identifier) @local.definition.type)
(kind name: (identifier) @local.definition.type)
(host name: (identifier) @local.definition.var)
(declaration name: (identifier) @local.definition.var)
(import name: (identifier) @local.definition.import)
(for variable: (identifier) @local.definition.var)
(list variable: (identifier) @local.definition.var)
(object variable: (identifier) @local.definition.var)

(identifier) @local.reference
