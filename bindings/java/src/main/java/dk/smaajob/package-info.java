// SPDX-License-Identifier: Apache-2.0
/**
 * Matches citizens and small jobs, with every reason.
 *
 * <pre>{@code
 * try (Citizen citizen = Citizen.fromPath(Path.of("citizen.json"));
 *     Opening opening = Opening.fromPath(Path.of("opening.json"));
 *     Match match = Engine.match(citizen, opening)) {
 *   System.out.println(match.verdict() + " " + match.score());
 * }
 * }</pre>
 *
 * <p>Objects are checked on entry, then immutable, and may be shared by threads; a builder is for one thread at a
 * time. A document or value that is not as it must be is a {@link dk.smaajob.SmaajobException}; a null a
 * {@link java.lang.NullPointerException}; an object that is closed an {@link java.lang.IllegalStateException}; two
 * threads in one builder a {@link java.util.ConcurrentModificationException}. What is forgotten is freed by the
 * garbage collector, what is closed at once.
 */
package dk.smaajob;
