package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.http.Upload;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.property.Stopping;
import dev.dvl.vsphere.wire.property.Waiter;
import dev.dvl.vsphere.wire.property.Waiting;
import dev.dvl.vsphere.wire.soap.Faults;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseAbort;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseComplete;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseDeviceUrl;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseInfo;
import dev.dvl.vsphere.wire.vim.HttpNfcLeaseProgress;
import dev.dvl.vsphere.wire.vim.LocalizedMethodFault;
import dev.dvl.vsphere.wire.vim.OvfFileItem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The permission to send the disks of a VM that is being made. The server withdraws it when it
 * hears nothing for a while, and removes the VM when it is given up.
 */
final class Lease {
  private static final String STATE = "state";
  private static final Duration PULSE = Duration.ofSeconds(10);

  private final Vim vim;
  private final Ref lease;
  private volatile int percent;

  Lease(Vim vim, Ref lease) {
    this.vim = vim;
    this.lease = lease;
  }

  /** Waits until the server is ready to take the disks. */
  HttpNfcLeaseInfo ready(Waiter waiter, Watch watch) throws VSphereException, InterruptedException {
    Map<String, Tree> state =
        waiter.until(
            lease, List.of(STATE, "info", "error"), Lease::preparing, Stopping.GIVING_UP, watch);
    Tree info = state.get("info");
    if (info == null) {
      throw new VSphereException(
          Optional.ofNullable(state.get("error"))
              .map(it -> Faults.of(LocalizedMethodFault.read(it)))
              .orElse(Fault.of(Kind.OTHER, "the server will not take the disks.", "")));
    }
    return vim.reading(() -> HttpNfcLeaseInfo.read(info));
  }

  /** Sends all files, and keeps the server patient meanwhile. */
  void send(HttpNfcLeaseInfo info, List<OvfFileItem> files, Path folder, Watch watch)
      throws VSphereException {
    Thread pulse = Thread.ofVirtual().name("vsphere-lease").start(this::keep);
    try {
      int done = 0;
      for (OvfFileItem file : files) {
        send(url(info, file), file, folder.resolve(file.path()), done++, files.size(), watch);
      }
    } finally {
      pulse.interrupt();
    }
    vim.call(new HttpNfcLeaseProgress(lease, 100));
    vim.call(new HttpNfcLeaseComplete(lease));
  }

  /** Gives up; the server removes what it made. */
  void abort() {
    try {
      vim.call(new HttpNfcLeaseAbort(lease, null));
    } catch (VSphereException e) {
      // It runs out by itself.
    }
  }

  private static Optional<Waiting> preparing(Map<String, Tree> state) {
    Tree now = state.get(STATE);
    boolean waiting = now == null || now.text().equals("initializing");
    return waiting
        ? Optional.of(new Waiting("the server to take the disks", OptionalDouble.empty()))
        : Optional.empty();
  }

  private void send(
      HttpNfcLeaseDeviceUrl to, OvfFileItem file, Path source, int done, int all, Watch watch)
      throws VSphereException {
    long size = new Upload(source, sent -> {}).size();
    Upload upload =
        new Upload(
            source,
            sent -> {
              double share = (done + SoapFiles.share(sent, size).orElse(0)) / all;
              percent = (int) (share * 100);
              watch.progress("upload of " + file.path(), OptionalDouble.of(share));
            });
    URI uri = URI.create(to.url().replace("*", vim.transport().endpoint().toString()));
    Endpoint target = Endpoint.of(uri.getScheme() + "://" + uri.getAuthority());
    if (target.host().equals(vim.transport().endpoint().host())) {
      upload.send(
          vim.transport(), request(vim.transport(), uri, file), method(file), watch.limit());
      return;
    }
    try (Transport host = new Transport(target, new Trust.Vouched(to.sslThumbprint()))) {
      upload.send(host, request(host, uri, file), method(file), watch.limit());
    }
  }

  private static HttpRequest.Builder request(Transport transport, URI uri, OvfFileItem file) {
    return transport
        .to(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
        .header("Content-Type", "application/x-vnd.vmware-streamVmdk")
        .header("Overwrite", file.create() ? "f" : "t");
  }

  private static String method(OvfFileItem file) {
    return file.create() ? "PUT" : "POST";
  }

  private static HttpNfcLeaseDeviceUrl url(HttpNfcLeaseInfo info, OvfFileItem file)
      throws VSphereException {
    return info.deviceUrl().stream()
        .filter(it -> it.importKey().equals(file.deviceId()))
        .findFirst()
        .orElseThrow(
            () ->
                new VSphereException(
                    Fault.of(
                        Kind.PROTOCOL, "the server has no place for " + file.path() + ".", "")));
  }

  private void keep() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PULSE);
        vim.call(new HttpNfcLeaseProgress(lease, percent));
      } catch (InterruptedException e) {
        return;
      } catch (VSphereException e) {
        // The upload fails by itself when the lease is gone.
      }
    }
  }
}
