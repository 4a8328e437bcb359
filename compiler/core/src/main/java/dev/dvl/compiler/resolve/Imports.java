package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.load.Modules;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a module imports: each a whole module, or one name of another. */
final class Imports {
  private final Tables tables;
  private final Map<String, Binding> bindings = new LinkedHashMap<>();

  Imports(Tables tables) {
    this.tables = tables;
  }

  /** What one import makes visible; without a module where the import is wrong. */
  private static final class Binding {
    private final Span span;
    private final Optional<Module> module;
    private final Optional<Name> member;
    private boolean used;

    Binding(Span span, Optional<Module> module, Optional<Name> member) {
      this.span = span;
      this.module = module;
      this.member = member;
    }

    boolean isNamespace() {
      return module.isEmpty() || member.isEmpty();
    }
  }

  void bind(Modules.Source source, Map<String, Module> modules) {
    for (FileTree file : source.files()) {
      for (Item item : file.items()) {
        if (item instanceof Item.Import it) {
          bind(it, Optional.ofNullable(source.imports().get(it)), modules);
        }
      }
    }
  }

  private void bind(
      Item.Import item, Optional<Modules.Imported> imported, Map<String, Module> modules) {
    Optional<Name> name = item.alias().or(() -> item.path().map(path -> path.names().getLast()));
    if (name.isEmpty() || name.get().isMissing()) {
      return;
    }
    Optional<Module> module = imported.map(it -> modules.get(it.module()));
    Optional<Name> member = imported.flatMap(Modules.Imported::member);
    if (module.isPresent() && member.isPresent() && !has(module.get(), member.get())) {
      module = Optional.empty();
    }
    Binding first =
        bindings.putIfAbsent(name.get().text(), new Binding(name.get().span(), module, member));
    if (first != null) {
      tables.report(
          Diagnostic.at(
                  NameCodes.DUPLICATE,
                  name.get().span(),
                  "`" + name.get().text() + "` is imported already")
              .label(first.span, "first imported here")
              .note("Give one of them another name with `as`."));
    }
  }

  /** Whether a module has a name in any space; reports it where not. */
  private boolean has(Module module, Name member) {
    for (Space space : Space.values()) {
      Optional<Symbol> found = module.own(space, member.text());
      if (found.isPresent()) {
        return isPublic(found.get(), member);
      }
    }
    List<String> names = new ArrayList<>();
    for (Space space : Space.values()) {
      names.addAll(module.names(space));
    }
    unknown(module, member, "a name", names);
    return false;
  }

  /** A name that stands alone. */
  Answer find(Space space, String name) {
    Binding binding = bindings.get(name);
    if (binding == null) {
      return new Answer.Unknown();
    }
    if (binding.module.isEmpty()) {
      binding.used = true;
      return new Answer.Told();
    }
    Optional<Symbol> found =
        binding.member.flatMap(it -> binding.module.get().own(space, it.text()));
    binding.used |= found.isPresent();
    return found.map(it -> (Answer) new Answer.Found(it)).orElse(new Answer.Unknown());
  }

  /** Whether a name is that of a module. */
  boolean isNamespace(String name) {
    Binding binding = bindings.get(name);
    return binding != null && binding.isNamespace();
  }

  /** A name behind that of a module. */
  Answer find(Space space, Name namespace, Name name) {
    Binding binding = bindings.get(namespace.text());
    if (binding == null || !binding.isNamespace()) {
      noModule(namespace);
      return new Answer.Told();
    }
    binding.used = true;
    if (binding.module.isEmpty() || name.isMissing()) {
      return new Answer.Told();
    }
    Module module = binding.module.get();
    Optional<Symbol> found = module.own(space, name.text());
    if (found.isEmpty()) {
      unknown(module, name, space.word(), module.names(space));
      return new Answer.Told();
    }
    return isPublic(found.get(), name) ? new Answer.Found(found.get()) : new Answer.Told();
  }

  private boolean isPublic(Symbol symbol, Name use) {
    if (Module.isPrivate(symbol)) {
      tables.report(
          Diagnostic.at(NameCodes.PRIVATE, use.span(), "`" + use.text() + "` is private")
              .label(symbol.span(), "declared here for its own module"));
    }
    return !Module.isPrivate(symbol);
  }

  private void unknown(Module module, Name name, String what, List<String> candidates) {
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_MEMBER,
            name.span(),
            "`" + module.name() + "` has no " + what.substring(2) + " `" + name.text() + "`");
    tables.report(Spelling.note(what, name.text(), candidates).map(unknown::note).orElse(unknown));
  }

  private void noModule(Name namespace) {
    if (namespace.isMissing()) {
      return;
    }
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_MEMBER,
            namespace.span(),
            "no module is imported as `" + namespace.text() + "`");
    List<String> names = bindings.keySet().stream().filter(this::isNamespace).toList();
    tables.report(
        Spelling.note("a module", namespace.text(), names)
            .map(unknown::note)
            .orElseGet(
                () ->
                    unknown.note("An import gives a module its name: `import \"./x.dvl\" as x`.")));
  }

  /** Single names that are imported, for suggestions. */
  List<String> names(Space space) {
    return bindings.entrySet().stream()
        .filter(it -> isIn(it.getValue(), space))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isIn(Binding binding, Space space) {
    return binding.module.isPresent()
        && binding.member.isPresent()
        && binding.module.get().own(space, binding.member.get().text()).isPresent();
  }

  /** Warns of imports that nothing uses. */
  void reportUnused() {
    bindings.forEach(
        (name, binding) -> {
          if (!binding.used && binding.module.isPresent()) {
            tables.report(
                Diagnostic.at(
                    NameCodes.UNUSED,
                    binding.span,
                    "nothing uses `" + name + "`, which is imported"));
          }
        });
  }
}
