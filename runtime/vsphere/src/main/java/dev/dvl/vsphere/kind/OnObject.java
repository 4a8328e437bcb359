package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Link;
import dev.dvl.engine.provider.CallArguments;

/** What a call is told that is about an object which is there when the call is made. */
public interface OnObject extends CallArguments {
  Link.Made object();

  /** The object's id on the server. */
  default String id() {
    return object().text();
  }
}
