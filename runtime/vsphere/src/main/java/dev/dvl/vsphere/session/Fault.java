package dev.dvl.vsphere.session;

import java.util.Optional;

/**
 * Why something did not work.
 *
 * @param kind what a program can tell apart
 * @param type the fault's type on the server, such as {@code DuplicateName}; empty when the fault
 *     is not the server's
 * @param message what went wrong, in a sentence or the server's words
 * @param object the object that it is about, where the fault says
 * @param advice what to do about it; empty where nothing general can be said
 * @param detail the fault with everything in it, where there is one
 */
public record Fault(
    Kind kind,
    String type,
    String message,
    Optional<Ref> object,
    String advice,
    Optional<Tree> detail) {

  /** What a program can tell apart. */
  public enum Kind {
    /** Nobody listens there, or the connection broke before anything was sent. */
    UNREACHABLE,
    /** The certificate is not to be trusted. */
    UNTRUSTED,
    /** User or password are wrong, or a login is not possible. */
    AUTHENTICATION,
    /** A privilege is missing. */
    PERMISSION,
    /** The object is gone or never was. */
    NOT_FOUND,
    /** Something of that name is there already. */
    DUPLICATE,
    /** The object's state does not allow it. */
    STATE,
    /** Something else goes on with the object; nothing was done. */
    BUSY,
    /** There is not enough of something. */
    RESOURCES,
    /** The request is wrong, or the server does not know it. */
    REQUEST,
    /** It took longer than it may; it may go on. */
    TIMEOUT,
    /** The request was sent and no answer came: whether it was done is not known. */
    LOST,
    /** The answer is not what the protocol says. */
    PROTOCOL,
    /** Somebody stopped it. */
    CANCELLED,
    /** Anything else. */
    OTHER
  }

  /** A fault that is not the server's. */
  public static Fault of(Kind kind, String message, String advice) {
    return new Fault(kind, "", message, Optional.empty(), advice, Optional.empty());
  }

  /** Whether it is certain that nothing was changed. */
  public boolean harmless() {
    return switch (kind) {
      case TIMEOUT, LOST, PROTOCOL, CANCELLED, OTHER -> false;
      case UNREACHABLE, UNTRUSTED, AUTHENTICATION, PERMISSION, NOT_FOUND, DUPLICATE -> true;
      case STATE, BUSY, RESOURCES, REQUEST -> true;
    };
  }

  /** The message, the object, the type and the advice in one text. */
  @Override
  public String toString() {
    String about = object.map(it -> " (" + it + ")").orElse("");
    String named = type.isEmpty() ? "" : " [" + type + "]";
    return message + about + named + (advice.isEmpty() ? "" : " " + advice);
  }
}
