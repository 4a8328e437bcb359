package dev.dvl.vsphere.table;

import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.spec.Allocation;
import dev.dvl.vsphere.session.spec.Shares;
import java.util.List;
import java.util.Optional;

/** Folders and resource pools. */
final class PlaceRows {
  private static final Allocation USUAL =
      new Allocation(
          Optional.of(0L), Optional.of(-1L), Optional.of(Shares.NORMAL), Optional.of(true));

  private PlaceRows() {}

  static List<Row> all() {
    return List.of(
        renamed("folder", "Folder"),
        Row.of("folder", "parent", "parent = left", PlaceRows::move),
        Row.of("resource_pool", "name", "name = \"resource_pool_name\"", PlaceRows::renamePool)
            .base(""),
        Row.of("resource_pool", "parent", "", Row.Outside.NONE).quirk("Pools"),
        Row.of("resource_pool", "cluster", "cluster = \"DC0_C1\"", Row.Outside.NONE).stays(),
        Row.of("resource_pool", "esxi", "esxi = \"DC0_H0\"", Row.Outside.NONE).stays(),
        cpu("cpu_shares", "cpu_shares = 77", shares("high")),
        cpu("cpu_reservation", "cpu_reservation = 20MHz", reservation(10)),
        fixed("cpu_expandable"),
        cpu("cpu_limit", "cpu_limit = 2GHz", limit(1500)),
        memory("memory_shares", "memory_shares = \"low\"", shares("high")),
        memory("memory_reservation", "memory_reservation = 20MiB", reservation(10)),
        fixed("memory_expandable"),
        memory("memory_limit", "memory_limit = 2GiB", limit(1500)));
  }

  static Row renamed(String kind, String type) {
    return Row.of(
            kind,
            "name",
            "name = \"" + kind + "_name\"",
            (stranger, name) ->
                stranger
                    .session()
                    .objects()
                    .rename(stranger.called(type, name), name + "2", Stranger.WATCH))
        .base("");
  }

  private static void move(Stranger stranger, String name) throws Exception {
    Ref folder = stranger.called("Folder", name);
    stranger.session().objects().move(folder, stranger.called("Folder", "right"), Stranger.WATCH);
  }

  private static void renamePool(Stranger stranger, String name) throws Exception {
    Ref pool = stranger.called("ResourcePool", name);
    stranger.session().objects().updatePool(pool, name + "2", USUAL, USUAL);
  }

  private static Row fixed(String path) {
    return Row.of("resource_pool", path, path + " = false", Row.Outside.NONE).quirk("Pools");
  }

  private static Row cpu(String path, String line, Allocation outside) {
    return pool(path, line, outside, USUAL);
  }

  private static Row memory(String path, String line, Allocation outside) {
    return pool(path, line, USUAL, outside);
  }

  private static Row pool(String path, String line, Allocation cpu, Allocation memory) {
    return Row.of(
        "resource_pool",
        path,
        line,
        (stranger, name) ->
            stranger
                .session()
                .objects()
                .updatePool(stranger.called("ResourcePool", name), name, cpu, memory));
  }

  private static Allocation shares(String level) {
    return new Allocation(
        USUAL.reservation(), USUAL.limit(), Optional.of(new Shares(level, 0)), USUAL.expandable());
  }

  private static Allocation reservation(long amount) {
    return new Allocation(Optional.of(amount), USUAL.limit(), USUAL.shares(), USUAL.expandable());
  }

  private static Allocation limit(long amount) {
    return new Allocation(
        USUAL.reservation(), Optional.of(amount), USUAL.shares(), USUAL.expandable());
  }
}
