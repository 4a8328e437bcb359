package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Packages;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.session.spec.OvfSpec;
import dev.dvl.vsphere.wire.property.Waiter;
import dev.dvl.vsphere.wire.soap.Faults;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CreateImportSpec;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseInfo;
import dev.dvl.vsphere.wire.vim.ImportVApp;
import dev.dvl.vsphere.wire.vim.KeyValue;
import dev.dvl.vsphere.wire.vim.OvfCreateImportSpecParams;
import dev.dvl.vsphere.wire.vim.OvfCreateImportSpecResult;
import dev.dvl.vsphere.wire.vim.OvfNetworkMapping;
import java.util.List;
import java.util.Optional;

/** OVF packages over SOAP; what the server makes of a descriptor is handed back as it stands. */
final class SoapPackages implements Packages {
  private final Vim vim;
  private final Operations operations;
  private final Waiter waiter;

  SoapPackages(Vim vim, Operations operations, Waiter waiter) {
    this.vim = vim;
    this.operations = operations;
    this.waiter = waiter;
  }

  @Override
  public Imported importOvf(OvfSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    OvfCreateImportSpecResult plan = plan(spec);
    Tree importSpec = Required.of(plan.importSpec(), "way to import this package");
    Ref vm =
        operations.counted(
            operations.rooms(Optional.of(spec.pool()), spec.host(), List.of(spec.datastore())),
            watch,
            () -> {
              Ref lease =
                  vim.call(
                      new ImportVApp(
                          spec.pool(), importSpec, spec.folder(), spec.host().orElse(null)));
              watch.started(lease);
              return send(new Lease(vim, lease), plan, spec, watch);
            });
    return new Imported(vm, plan.warning().stream().map(it -> Faults.of(it).message()).toList());
  }

  private Ref send(Lease lease, OvfCreateImportSpecResult plan, OvfSpec spec, Watch watch)
      throws VSphereException, InterruptedException {
    boolean complete = false;
    try {
      HttpNfcLeaseInfo info = lease.ready(waiter, watch);
      lease.send(info, plan.fileItem(), spec.files(), watch);
      complete = true;
      return info.entity();
    } finally {
      if (!complete) {
        lease.abort();
      }
    }
  }

  private OvfCreateImportSpecResult plan(OvfSpec spec) throws VSphereException {
    OvfCreateImportSpecResult plan =
        vim.call(
            new CreateImportSpec(
                Required.of(vim.content().ovfManager(), "OVF manager"),
                spec.descriptor(),
                spec.pool(),
                spec.datastore(),
                parameters(spec)));
    if (!plan.error().isEmpty()) {
      List<String> errors = plan.error().stream().map(it -> Faults.of(it).message()).toList();
      throw new VSphereException(
          Fault.of(Kind.REQUEST, "the package is refused: " + String.join("; ", errors), ""));
    }
    return plan;
  }

  private static OvfCreateImportSpecParams parameters(OvfSpec spec) {
    return OvfCreateImportSpecParams.builder()
        .locale("")
        .deploymentOption(spec.option().orElse(""))
        .entityName(spec.name())
        .hostSystem(spec.host().orElse(null))
        .networkMapping(
            spec.networks().entrySet().stream()
                .map(
                    it ->
                        OvfNetworkMapping.builder()
                            .name(it.getKey())
                            .network(it.getValue())
                            .build())
                .toList())
        .propertyMapping(
            spec.properties().entrySet().stream()
                .map(it -> KeyValue.builder().key(it.getKey()).value(it.getValue()).build())
                .toList())
        .diskProvisioning(spec.provisioning().orElse(null))
        .build();
  }
}
