package dev.dvl.compiler.load;

import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules of a program.
 *
 * @param inOrder each behind those that it imports; the program's own is the last
 */
public record Modules(List<Source> inOrder) {
  public Modules {
    inOrder = List.copyOf(inOrder);
  }

  /** One module alone. */
  public static Modules of(List<FileTree> files) {
    return new Modules(List.of(new Source("", Optional.of(""), files, new IdentityHashMap<>())));
  }

  /** The same, with one more file in the module that is planned. */
  public Modules with(FileTree file) {
    List<FileTree> files = new ArrayList<>(root().files());
    files.add(file);
    List<Source> sources = new ArrayList<>(inOrder);
    sources.set(
        sources.size() - 1, new Source(root().id(), root().folder(), files, root().imports()));
    return new Modules(sources);
  }

  /** The module that is planned. */
  public Source root() {
    return inOrder.getLast();
  }

  /**
   * The text of a module.
   *
   * @param id tells it from others: its path, or the name of one that comes with dvl
   * @param folder in which its files lie, from the program's folder; one that comes with dvl has
   *     none
   * @param imports what each import names, by the identity of its item; nothing where that is wrong
   */
  public record Source(
      String id,
      Optional<String> folder,
      List<FileTree> files,
      Map<Item.Import, Imported> imports) {
    public Source {
      files = List.copyOf(files);
    }
  }

  /** A module, or one name in it. */
  public record Imported(String module, Optional<Name> member) {}
}
