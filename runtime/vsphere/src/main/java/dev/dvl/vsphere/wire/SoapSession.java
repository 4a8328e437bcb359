package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.About;
import dev.dvl.vsphere.session.Inventory;
import dev.dvl.vsphere.session.Tasks;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.wire.property.Collector;
import dev.dvl.vsphere.wire.property.Updates;
import dev.dvl.vsphere.wire.property.Waiter;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.AboutInfo;
import java.util.List;

/** Ties the parts of a session together. */
final class SoapSession implements VSphereSession {
  private final Vim vim;
  private final Trust trust;
  private final Updates updates;
  private final Inventory inventory;
  private final Tasks tasks;

  SoapSession(Vim vim, Trust trust) {
    this.vim = vim;
    this.trust = trust;
    Collector collector = new Collector(vim);
    this.updates = new Updates(vim);
    this.inventory = new SoapInventory(vim, collector);
    this.tasks = new SoapTasks(vim, new Waiter(updates, collector, vim.limits().reread()));
  }

  @Override
  public About about() {
    AboutInfo about = vim.content().about();
    String instance = about.instanceUuid();
    return new About(
        about.fullName(),
        about.version(),
        about.build(),
        about.apiType().equals("VirtualCenter"),
        about.apiVersion(),
        vim.version().toString(),
        instance == null ? "" : instance);
  }

  @Override
  public List<String> warnings() {
    return trust instanceof Trust.Insecure
        ? List.of(
            "nobody checks the certificate of %s: whoever answers there gets the password."
                .formatted(vim.transport().endpoint()))
        : List.of();
  }

  @Override
  public Inventory inventory() {
    return inventory;
  }

  @Override
  public Tasks tasks() {
    return tasks;
  }

  @Override
  public void close() {
    updates.close();
    vim.close();
  }
}
