package dev.dvl.vsphere.http;

import java.net.http.HttpHeaders;

/** A whole answer. */
@SuppressWarnings("ArrayRecordComponent") // megabytes, which nobody compares or changes
public record Reply(int status, HttpHeaders headers, byte[] body) {
  public boolean success() {
    return status >= 200 && status < 300;
  }
}
