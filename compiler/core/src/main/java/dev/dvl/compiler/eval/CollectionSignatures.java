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
import static dev.dvl.compiler.eval.SignatureParts.object;
import static dev.dvl.compiler.eval.SignatureParts.of;
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
        function("len", INT, of("value", anyOf(STRING, LIST, SET, MAP))),
        function("contains", BOOL, of("in", anyOf(STRING, LIST, SET)), of("part", T)),
        function("index_of", optional(INT), of("in", anyOf(STRING, LIST)), of("part", T)));
  }

  private static List<Signature> lists() {
    return List.of(
        function("first", T, of("values", LIST)),
        function("last", T, of("values", LIST)),
        function("only", T, of("values", MANY)),
        function("slice", LIST, of("values", LIST), of("start", INT), maybe("end", INT)),
        function("take", LIST, of("values", LIST), of("count", INT)),
        function("drop", LIST, of("values", LIST), of("count", INT)),
        function("flatten", LIST, of("lists", list(MANY))),
        function("sort", LIST, of("values", MANY)),
        function("distinct", LIST, of("values", LIST)),
        function("reverse", LIST, of("values", LIST)),
        function("compact", LIST, of("values", list(optional(T)))),
        function("chunk", list(LIST), of("values", LIST), of("size", INT)),
        function(
            "zip",
            list(object("first", T, "second", U)),
            of("first", list(T)),
            of("second", list(U))),
        function("range", list(INT), of("from", INT), of("to", INT), maybe("step", INT)),
        function("any", BOOL, of("values", BOOLS)),
        function("all", BOOL, of("values", BOOLS)),
        function("to_list", LIST, of("values", MANY)),
        function("to_set", SET, of("values", MANY)));
  }

  private static List<Signature> sets() {
    return List.of(
        variadic("union", SET, of("values", MANY)),
        variadic("intersect", SET, of("values", MANY)),
        function("difference", SET, of("values", MANY), of("without", MANY)),
        function("is_subset", BOOL, of("values", MANY), of("of", MANY)));
  }

  private static List<Signature> maps() {
    return List.of(
        function("keys", TEXTS, of("map", MAP)),
        function("values", LIST, of("map", MAP)),
        function("lookup", T, of("map", MAP), of("key", STRING), of("otherwise", T)),
        variadic("merge", MAP, of("map", MAP)),
        function("entries", ENTRIES, of("map", MAP)),
        function("from_entries", MAP, of("entries", ENTRIES)),
        function("zip_map", MAP, of("keys", TEXTS), of("values", LIST)),
        function("invert", map(STRING), of("map", map(STRING))),
        function("pick", MAP, of("map", MAP), of("keys", STRINGS)),
        function("omit", MAP, of("map", MAP), of("keys", STRINGS)));
  }
}
