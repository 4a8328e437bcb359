package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Inventory;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.property.Collector;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.FindByInventoryPath;
import dev.dvl.vsphere.wire.vim.FindByUuid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads by property collector and search index. */
final class SoapInventory implements Inventory {
  private final Vim vim;
  private final Collector collector;

  SoapInventory(Vim vim, Collector collector) {
    this.vim = vim;
    this.collector = collector;
  }

  @Override
  public Ref root() {
    return vim.content().rootFolder();
  }

  @Override
  public List<Found> below(Ref container, List<Selection> selections) throws VSphereException {
    return collector.below(container, selections);
  }

  @Override
  public List<Found> read(Collection<Ref> refs, Selection selection) throws VSphereException {
    return collector.read(refs, selection);
  }

  @Override
  public Optional<Ref> byPath(String path) throws VSphereException {
    return vim.call(new FindByInventoryPath(index(), path));
  }

  @Override
  public Optional<Ref> byUuid(String uuid, boolean vcenters) throws VSphereException {
    return vim.call(new FindByUuid(index(), null, uuid, true, vcenters));
  }

  private Ref index() throws VSphereException {
    return Required.of(vim.content().searchIndex(), "search index");
  }
}
