package dev.dvl.vsphere.file;

import java.util.Optional;

/** Where a file is: {@code [datastore1] iso/debian-12.iso}. */
record Place(String datastore, String path) {

  static Optional<Place> parse(String text) {
    int end = text.indexOf("] ");
    return text.startsWith("[") && end > 0
        ? Optional.of(new Place(text.substring(1, end), text.substring(end + 2)))
        : Optional.empty();
  }

  String text() {
    return "[" + datastore + "] " + path;
  }

  /** The folder it is in, where that is not the datastore's own. */
  Optional<String> folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : Optional.of("[" + datastore + "] " + path.substring(0, slash));
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Another file in the same folder. */
  Place beside(String name) {
    return new Place(datastore, path.substring(0, path.lastIndexOf('/') + 1) + name);
  }
}
