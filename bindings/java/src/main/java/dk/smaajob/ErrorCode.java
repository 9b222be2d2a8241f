// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Kinds of fault. */
public enum ErrorCode implements Word {
  /** The text is not JSON. */
  SYNTAX,
  /** The text is not UTF-8, or holds a NUL. */
  ENCODING,
  /** Nested deeper than 64 levels. */
  DEPTH,
  /** More bytes or more entries than a document may hold. */
  SIZE,
  /** A member, id or concept is said twice. */
  DUPLICATE,
  /** Another JSON type, or another kind of condition, was expected. */
  TYPE,
  /** A value outside its range, or two values that contradict. */
  RANGE,
  /** A required member is not there. */
  MISSING,
  /** A member that the format does not have. */
  UNKNOWN_MEMBER,
  /** A concept, condition or gate that the vocabulary does not have. */
  UNKNOWN_CONCEPT,
  /** The format member names another kind of document. */
  FORMAT,
  /** NULL, or objects that do not belong together. */
  ARGUMENT,
  /** No memory; the host can go on. */
  MEMORY,
  /** A record's digest is not that of its content. */
  DAMAGED,
  /** Long work that the caller stopped. */
  CANCELLED,
  /** A file cannot be opened, read or written. */
  FILE;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
