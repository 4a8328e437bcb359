package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.CIDR;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.IP;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.anyOf;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.list;
import static dev.dvl.compiler.eval.SignatureParts.needed;
import static dev.dvl.compiler.eval.SignatureParts.variadic;

import java.util.List;

/** How functions over networks and addresses are called. */
final class NetworkSignatures {
  private NetworkSignatures() {}

  static final List<Signature> ALL =
      List.of(
          function("cidr_host", IP, needed("cidr", CIDR), needed("number", INT)),
          function(
              "cidr_subnet",
              CIDR,
              needed("cidr", CIDR),
              needed("bits", INT),
              needed("number", INT)),
          variadic("cidr_subnets", list(CIDR), needed("cidr", CIDR), needed("bits", INT)),
          function("cidr_contains", BOOL, needed("cidr", CIDR), needed("part", anyOf(IP, CIDR))),
          function("cidr_overlaps", BOOL, needed("one", CIDR), needed("other", CIDR)),
          function("cidr_prefix", INT, needed("cidr", CIDR)),
          function("cidr_netmask", IP, needed("cidr", CIDR)),
          function("cidr_network", IP, needed("cidr", CIDR)),
          function("cidr_last", IP, needed("cidr", CIDR)),
          function("cidr_size", INT, needed("cidr", CIDR)),
          function("cidr_around", CIDR, needed("ip", IP), needed("prefix", INT)),
          function("ip_add", IP, needed("ip", IP), needed("number", INT)),
          function("ip_diff", INT, needed("from", IP), needed("to", IP)),
          function("ip_reverse", STRING, needed("ip", IP)),
          function("is_ipv4", BOOL, needed("address", anyOf(IP, CIDR))),
          function("is_ipv6", BOOL, needed("address", anyOf(IP, CIDR))));
}
