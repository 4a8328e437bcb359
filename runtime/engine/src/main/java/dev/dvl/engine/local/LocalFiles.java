package dev.dvl.engine.local;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute.Digest;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The digests of what a resource takes from files, as its schema says: of a build context, and of
 * each file that is copied. They are values of resolved attributes, so that a change of a file is a
 * change of the resource.
 *
 * @param project the folder that relative paths of the program start from
 */
public record LocalFiles(Path project) {

  /**
   * Values by their dotted names, the block first. What is not there or cannot be used is added to
   * {@code findings}.
   */
  public Map<String, Value> digests(KindSchema kind, Instance instance, List<Finding> findings) {
    Map<String, Value> found = new TreeMap<>();
    for (Digested it : Digested.of(kind)) {
      it.beside(instance.values())
          .flatMap(values -> digest(it, values, instance, findings))
          .ifPresent(value -> found.put(it.path(it.name()).toString(), value));
    }
    return found;
  }

  private Optional<Value> digest(
      Digested it, Map<String, Value> values, Instance instance, List<Finding> findings) {
    return switch (it.digest()) {
      case Digest.Context context ->
          new Builds(project, it, context, instance, findings).digest(values).map(Value::text);
      case Digest.Copies copies ->
          new CopiedFiles(it, copies).digests(project, values, instance, findings);
    };
  }
}
