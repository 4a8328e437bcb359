package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.CIDR;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.IP;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.anyOf;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.list;
import static dev.dvl.compiler.eval.SignatureParts.of;
import static dev.dvl.compiler.eval.SignatureParts.variadic;

import java.util.List;

/** How functions over networks and addresses are called. */
final class NetworkSignatures {
  private NetworkSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("cidr_host", IP, of("cidr", CIDR), of("number", INT)),
          function("cidr_subnet", CIDR, of("cidr", CIDR), of("bits", INT), of("number", INT)),
          variadic("cidr_subnets", list(CIDR), of("cidr", CIDR), of("bits", INT)),
          function("cidr_contains", BOOL, of("cidr", CIDR), of("part", anyOf(IP, CIDR))),
          function("cidr_overlaps", BOOL, of("one", CIDR), of("other", CIDR)),
          function("cidr_prefix", INT, of("cidr", CIDR)),
          function("cidr_netmask", IP, of("cidr", CIDR)),
          function("cidr_network", IP, of("cidr", CIDR)),
          function("cidr_last", IP, of("cidr", CIDR)),
          function("cidr_size", INT, of("cidr", CIDR)),
          function("cidr_around", CIDR, of("ip", IP), of("prefix", INT)),
          function("ip_add", IP, of("ip", IP), of("number", INT)),
          function("ip_diff", INT, of("from", IP), of("to", IP)),
          function("ip_reverse", STRING, of("ip", IP)),
          function("is_ipv4", BOOL, of("address", anyOf(IP, CIDR))),
          function("is_ipv6", BOOL, of("address", anyOf(IP, CIDR))));
}
