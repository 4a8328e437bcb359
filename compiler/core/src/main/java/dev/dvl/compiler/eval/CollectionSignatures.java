package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.SignatureParts.BOOL;
import static dev.dvl.compiler.eval.SignatureParts.INT;
import static dev.dvl.compiler.eval.SignatureParts.LIST;
import static dev.dvl.compiler.eval.SignatureParts.MAP;
import static dev.dvl.compiler.eval.SignatureParts.SET;
import static dev.dvl.compiler.eval.SignatureParts.STRING;
import static dev.dvl.compiler.eval.SignatureParts.STRINGS;
import static dev.dvl.compiler.eval.SignatureParts.T;
import static dev.dvl.compiler.eval.SignatureParts.TEXTS;
import static dev.dvl.compiler.eval.SignatureParts.U;
import static dev.dvl.compiler.eval.SignatureParts.anyOf;
import static dev.dvl.compiler.eval.SignatureParts.function;
import static dev.dvl.compiler.eval.SignatureParts.list;
import static dev.dvl.compiler.eval.SignatureParts.many;
import static dev.dvl.compiler.eval.SignatureParts.map;
import static dev.dvl.compiler.eval.SignatureParts.maybe;
import static dev.dvl.compiler.eval.SignatureParts.needed;
import static dev.dvl.compiler.eval.SignatureParts.object;
import static dev.dvl.compiler.eval.SignatureParts.optional;
import static dev.dvl.compiler.eval.SignatureParts.variadic;

import java.util.List;
import java.util.stream.Stream;

/** How functions over lists, sets and maps are called. */
final class CollectionSignatures {
  private static final Shape MANY = many(T);
  private static final Shape BOOLS = many(BOOL);
  private static final Shape ENTRIES = list(object("key", STRING, "value", T));

  private CollectionSignatures() {}

  static final List<Signature> ALL =
      Stream.of(any(), lists(), sets(), maps()).flatMap(List::stream).toList();

  private static List<Signature> any() {
    return List.of(
        function("len", INT, needed("value", anyOf(STRING, LIST, SET, MAP))),
        function("contains", BOOL, needed("in", anyOf(STRING, LIST, SET)), needed("part", T)),
        function("index_of", optional(INT), needed("in", anyOf(STRING, LIST)), needed("part", T)));
  }

  private static List<Signature> lists() {
    return List.of(
        function("first", T, needed("values", LIST)),
        function("last", T, needed("values", LIST)),
        function("only", T, needed("values", MANY)),
        function("slice", LIST, needed("values", LIST), needed("start", INT), maybe("end", INT)),
        function("take", LIST, needed("values", LIST), needed("count", INT)),
        function("drop", LIST, needed("values", LIST), needed("count", INT)),
        function("flatten", LIST, needed("lists", list(MANY))),
        function("sort", LIST, needed("values", MANY)),
        function("distinct", LIST, needed("values", LIST)),
        function("reverse", LIST, needed("values", LIST)),
        function("compact", LIST, needed("values", list(optional(T)))),
        function("chunk", list(LIST), needed("values", LIST), needed("size", INT)),
        function(
            "zip",
            list(object("first", T, "second", U)),
            needed("first", list(T)),
            needed("second", list(U))),
        function("range", list(INT), needed("from", INT), needed("to", INT), maybe("step", INT)),
        function("any", BOOL, needed("values", BOOLS)),
        function("all", BOOL, needed("values", BOOLS)),
        function("to_list", LIST, needed("values", MANY)),
        function("to_set", SET, needed("values", MANY)));
  }

  private static List<Signature> sets() {
    return List.of(
        variadic("union", SET, needed("values", MANY)),
        variadic("intersect", SET, needed("values", MANY)),
        function("difference", SET, needed("values", MANY), needed("without", MANY)),
        function("is_subset", BOOL, needed("values", MANY), needed("of", MANY)));
  }

  private static List<Signature> maps() {
    return List.of(
        function("keys", TEXTS, needed("map", MAP)),
        function("values", LIST, needed("map", MAP)),
        function("lookup", T, needed("map", MAP), needed("key", STRING), needed("otherwise", T)),
        variadic("merge", MAP, needed("map", MAP)),
        function("entries", ENTRIES, needed("map", MAP)),
        function("from_entries", MAP, needed("entries", ENTRIES)),
        function("zip_map", MAP, needed("keys", TEXTS), needed("values", LIST)),
        function("invert", map(STRING), needed("map", map(STRING))),
        function("pick", MAP, needed("map", MAP), needed("keys", STRINGS)),
        function("omit", MAP, needed("map", MAP), needed("keys", STRINGS)));
  }
}
