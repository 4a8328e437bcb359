package dev.dvl.vsphere.wire.xml;

/** A vim25 data object. */
public interface DataObject {
  /** Its type on the wire. */
  String typeName();

  /**
   * Writes its properties in the order that the server wants; whoever calls has the element open.
   */
  void write(XmlOut out);
}
