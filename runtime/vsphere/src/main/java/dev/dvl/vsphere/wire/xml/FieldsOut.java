package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes properties one after another, and each unknown element where it stood when it was read.
 */
public final class FieldsOut {
  private final XmlOut out;
  private final List<Extra> extras;

  private FieldsOut(XmlOut out, List<Extra> extras) {
    this.out = out;
    this.extras = extras;
  }

  public static FieldsOut of(XmlOut out, List<Extra> extras) {
    FieldsOut fields = new FieldsOut(out, extras);
    fields.after("");
    return fields;
  }

  /** Refuses to send to an older server what only a newer one knows. */
  public void since(String version, String name, boolean present) {
    if (present && !out.version().atLeast(ApiVersion.of(version))) {
      throw new UnwritableRequest(
          "%s needs vSphere API %s; the server speaks %s".formatted(name, version, out.version()));
    }
  }

  public void scalar(String name, @Nullable Object value) {
    if (value != null) {
      out.text(name, value.toString());
    }
    after(name);
  }

  public void scalars(String name, List<?> values) {
    values.forEach(value -> out.text(name, value.toString()));
    after(name);
  }

  public void ref(String name, @Nullable Ref value) {
    if (value != null) {
      out.ref(name, value);
    }
    after(name);
  }

  public void refs(String name, List<Ref> values) {
    values.forEach(value -> out.ref(name, value));
    after(name);
  }

  public void tree(String name, @Nullable Tree value) {
    if (value != null) {
      out.tree(value.named(name));
    }
    after(name);
  }

  public void trees(String name, List<Tree> values) {
    values.forEach(value -> out.tree(value.named(name)));
    after(name);
  }

  /** An object; its own type is said where it is not the declared one. */
  public void object(String name, String declared, @Nullable DataObject value) {
    if (value != null) {
      out.object(name, declared, value);
    }
    after(name);
  }

  public void objects(String name, String declared, List<? extends DataObject> values) {
    values.forEach(value -> out.object(name, declared, value));
    after(name);
  }

  private void after(String name) {
    for (Extra extra : extras) {
      if (extra.after().equals(name)) {
        out.tree(extra.element());
      }
    }
  }
}
