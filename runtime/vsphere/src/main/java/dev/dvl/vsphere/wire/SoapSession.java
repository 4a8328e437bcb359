package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.http.Repeat;
import dev.dvl.vsphere.session.About;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Events;
import dev.dvl.vsphere.session.Files;
import dev.dvl.vsphere.session.Inventory;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Machines;
import dev.dvl.vsphere.session.Networks;
import dev.dvl.vsphere.session.Objects;
import dev.dvl.vsphere.session.Packages;
import dev.dvl.vsphere.session.Permissions;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.Tasks;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.property.Collector;
import dev.dvl.vsphere.wire.property.Updates;
import dev.dvl.vsphere.wire.property.Waiter;
import dev.dvl.vsphere.wire.soap.Backoff;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.AboutInfo;
import java.util.List;
import java.util.Optional;

/** Ties the parts of a session together. */
final class SoapSession implements VSphereSession {
  private final Vim vim;
  private final Trust trust;
  private final Updates updates;
  private final Inventory inventory;
  private final Tasks tasks;
  private final Machines machines;
  private final Objects objects;
  private final Networks networks;
  private final Packages packages;
  private final Files files;
  private final Events events;
  private final Beside beside;

  SoapSession(Vim vim, Trust trust, Credentials credentials, Beside.Opener opener) {
    this.vim = vim;
    this.trust = trust;
    Collector collector = new Collector(vim);
    this.updates = new Updates(vim);
    this.inventory = new SoapInventory(vim, collector);
    Waiter waiter = new Waiter(vim, updates, collector);
    this.tasks = new SoapTasks(vim, waiter);
    Operations operations = new Operations(vim, tasks, collector);
    this.machines = new SoapMachines(vim, operations);
    this.objects = new SoapObjects(vim, operations, collector);
    this.networks = new SoapNetworks(vim, operations);
    this.packages = new SoapPackages(vim, operations, waiter);
    this.files = new SoapFiles(vim, operations);
    this.events = new SoapEvents(vim);
    this.beside =
        opener.open(
            new Beside.Shared(
                vim.transport(),
                credentials,
                vim.limits(),
                new UsualRepeat(),
                (where, copy) ->
                    operations.counted(
                        operations.rooms(
                            Optional.of(where.pool()), where.host(), List.of(where.datastore())),
                        Watch.within(where.limit()),
                        copy::run)));
    vim.leaving(beside::close);
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
  public Machines machines() {
    return machines;
  }

  @Override
  public Objects objects() {
    return objects;
  }

  @Override
  public Networks networks() {
    return networks;
  }

  @Override
  public Packages packages() {
    return packages;
  }

  @Override
  public Files files() {
    return files;
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Tags tags() {
    return beside.tags();
  }

  @Override
  public Libraries libraries() {
    return beside.libraries();
  }

  @Override
  public Permissions permissions() {
    return new SoapPermissions(vim);
  }

  @Override
  public void close() {
    updates.close();
    vim.close();
  }

  /** A call beside SOAP is repeated for the reasons for which one over SOAP is. */
  private record UsualRepeat() implements Repeat {
    @Override
    public <R> R run(boolean reads, Repeat.Attempt<R> attempt) throws VSphereException {
      return Backoff.USUAL.run(reads, attempt::make);
    }
  }
}
