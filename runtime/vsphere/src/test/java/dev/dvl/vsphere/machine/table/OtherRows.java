package dev.dvl.vsphere.machine.table;

import static dev.dvl.vsphere.machine.table.Hands.WATCH;

import java.util.stream.Stream;

/** The attributes of {@code template} and {@code snapshot}. */
final class OtherRows {
  private static final String SOURCE = "source = \"DC0_C0_RP0_VM0\"";
  private static final String OF = "vm = anchor";

  private OtherRows() {}

  static Stream<Row> all() {
    return Stream.of(
        template("name", "name = \"table-template\"")
            .by((session, it) -> session.objects().rename(it.ref(), "table-templat", WATCH)),
        template("source", SOURCE).base("").becomes("source = \"DC0_C1_RP0_VM0\"").silent(),
        template("version", "version = \"1\"").becomes("version = \"2\""),
        template("folder", "folder = team")
            .by(
                (session, it) ->
                    session
                        .objects()
                        .move(it.ref(), session.inventory().byPath("/DC0/vm").orElseThrow(), WATCH))
            .stays(),
        Row.exempt("template", "datastore", "simulator: Files"),
        template("annotation", SOURCE + "\nannotation = \"one\"")
            .base("") // simulator: Reconfigure
            .stays()
            .by(Hands.set(new dev.dvl.vsphere.session.spec.VmSetting.Annotation("two"))),
        template("tags", "tags = [mark]").by(Hands::untag).stays(),
        Row.exempt("snapshot", "vm", "a snapshot stays with its machine"),
        snapshot("name", OF + "\nname = \"table-one\"").base("").stays(),
        snapshot("description", OF + "\ndescription = \"one\"").base("").stays(),
        snapshot("memory", "memory = false").silent(),
        snapshot("quiesce", "quiesce = false").silent(),
        snapshot("remove_children", "remove_children = true").silent(),
        Row.exempt("snapshot", "revert", "simulator: Snapshots; see SnapshotTest"));
  }

  private static Row template(String path, String line) {
    return Row.of("template", path, line).base(SOURCE);
  }

  private static Row snapshot(String path, String line) {
    return Row.of("snapshot", path, line).base(OF);
  }
}
