package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.http.Upload;
import dev.dvl.vsphere.session.Files;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CreateVirtualDiskTask;
import dev.dvl.vsphere.wire.vim.DeleteDatastoreFileTask;
import dev.dvl.vsphere.wire.vim.DeleteVirtualDiskTask;
import dev.dvl.vsphere.wire.vim.ExtendVirtualDiskTask;
import dev.dvl.vsphere.wire.vim.FileBackedVirtualDiskSpec;
import dev.dvl.vsphere.wire.vim.FileQueryFlags;
import dev.dvl.vsphere.wire.vim.HostDatastoreBrowserSearchSpec;
import dev.dvl.vsphere.wire.vim.MakeDirectory;
import dev.dvl.vsphere.wire.vim.SearchDatastoreTask;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Files and disks over SOAP, and what is in them over HTTPS. */
final class SoapFiles implements Files {
  private final Vim vim;
  private final Operations operations;

  SoapFiles(Vim vim, Operations operations) {
    this.vim = vim;
    this.operations = operations;
  }

  @Override
  public void upload(Path source, String target, String datacenter, Watch watch)
      throws VSphereException, InterruptedException {
    String url = DatastorePath.of(target).url(datacenter);
    long size = new Upload(source, sent -> {}).size();
    Upload upload = new Upload(source, sent -> watch.progress("upload", share(sent, size)));
    operations.counted(
        List.of(),
        watch,
        () -> {
          upload.send(
              vim.transport(),
              vim.transport().to(url).header("Cookie", vim.cookie()),
              "PUT",
              watch.limit());
          return url;
        });
  }

  @Override
  public void makeFolder(String path, Ref datacenter) throws VSphereException {
    vim.call(new MakeDirectory(files(), path, datacenter, true));
  }

  @Override
  public void delete(String path, Ref datacenter, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new DeleteDatastoreFileTask(files(), path, datacenter), watch);
  }

  @Override
  public List<Entry> list(Ref browser, String path, Watch watch)
      throws VSphereException, InterruptedException {
    HostDatastoreBrowserSearchSpec spec =
        HostDatastoreBrowserSearchSpec.builder()
            .matchPattern(List.of("*"))
            .details(
                FileQueryFlags.builder()
                    .fileType(true)
                    .fileSize(true)
                    .modification(false)
                    .fileOwner(false)
                    .build())
            .matchPattern(List.of("*"))
            .build();
    return operations
        .through(List.of(), new SearchDatastoreTask(browser, path, spec), watch)
        .map(it -> it.all("file").stream().map(SoapFiles::entry).toList())
        .orElse(List.of());
  }

  @Override
  public void createDisk(String path, Ref datacenter, long kilobytes, boolean thin, Watch watch)
      throws VSphereException, InterruptedException {
    FileBackedVirtualDiskSpec spec =
        FileBackedVirtualDiskSpec.builder()
            .diskType(thin ? "thin" : "preallocated")
            .adapterType("lsiLogic")
            .capacityKb(kilobytes)
            .build();
    operations.run(new CreateVirtualDiskTask(disks(), path, datacenter, spec), watch);
  }

  @Override
  public void extendDisk(String path, Ref datacenter, long kilobytes, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new ExtendVirtualDiskTask(disks(), path, datacenter, kilobytes, false), watch);
  }

  @Override
  public void deleteDisk(String path, Ref datacenter, Watch watch)
      throws VSphereException, InterruptedException {
    operations.run(new DeleteVirtualDiskTask(disks(), path, datacenter), watch);
  }

  static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  private Ref files() throws VSphereException {
    return Required.of(vim.content().fileManager(), "file manager");
  }

  private Ref disks() throws VSphereException {
    return Required.of(vim.content().virtualDiskManager(), "disk manager");
  }

  private static Entry entry(Tree file) {
    return new Entry(file.text("path").orElse(""), file.number("fileSize").orElse(0L));
  }
}
