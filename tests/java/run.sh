#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh JAVA_HOME JAR GLUE [JVM OPTION…]
# Compiles and runs the tests of the Java face with JUnit 5, then its documentation and its example.
# -Dsmaajob.test.matches=1000000 makes the memory test long.
set -eu
# Names of files are UTF-8.
export LC_ALL=C.UTF-8
# The library in the jar, not the one that was built.
unset LD_LIBRARY_PATH
home=$1 jar=$2 glue=$3
shift 3

root=$(cd "$(dirname "$0")/../.." && pwd)
junit=/usr/share/java/junit-platform-console-standalone.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

path=$jar
for part in junit-platform-console junit-platform-reporting junit-platform-launcher junit-platform-engine \
  junit-platform-commons junit-jupiter-engine junit-jupiter-api junit-jupiter-params opentest4j picocli \
  univocity-parsers open-test-reporting-events apiguardian-api; do
  [ ! -e "/usr/share/java/$part.jar" ] || path=$path:/usr/share/java/$part.jar
done
if [ ! -e "$junit" ]; then
  echo "JUnit 5 is not here (Debian: junit5)" >&2
  exit 77
fi

mkdir "$work/classes"
"$home/bin/javac" -Xlint:all,-path,-classfile,-processing,-try -Werror --release 17 -encoding UTF-8 \
  -cp "$path" -d "$work/classes" "$root"/tests/java/*.java
# A small heap that is there from the beginning: what grows is native.
"$home/bin/java" -Xms64m -Xmx64m -XX:+UseSerialGC -XX:+AlwaysPreTouch -Xcheck:jni \
  -Djava.io.tmpdir="$work" -Dsmaajob.root="$root" "$@" -cp "$work/classes:$path" \
  org.junit.platform.console.ConsoleLauncher --disable-banner --details=tree --disable-ansi-colors \
  --fail-if-no-tests --scan-classpath "$work/classes" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
if grep -E 'WARNING in native|FATAL ERROR in native' -A 3 "$work/log"; then exit 1; fi
grep -E 'tests (successful|failed)' "$work/log"
if ls -d "$work"/smaajob-java-* 2>/dev/null; then
  echo "an extracted library is left behind" >&2
  exit 1
fi

echo "== documentation"
mkdir "$work/sources"
(cd "$work/sources" && find "$root/bindings/java/src/main/java/dk" -name '*.java' >list)
"$home/bin/javadoc" -quiet -Xdoclint:all -Werror -encoding UTF-8 -d "$work/doc" -cp "$jar" "@$work/sources/list"

echo "== example"
"$home/bin/javac" -cp "$jar" -d "$work" "$root/examples/Score.java"
said=$(cd "$root" && "$home/bin/java" -cp "$jar:$work" Score)
[ "$said" = "fit 1.0" ] || { echo "Score.java says: $said" >&2; exit 1; }
said=$(cd "$root" && "$home/bin/java" -Dsmaajob.library.path="$(dirname "$glue")" -cp "$jar:$work" Score)
[ "$said" = "fit 1.0" ] || { echo "with smaajob.library.path, Score.java says: $said" >&2; exit 1; }
if "$home/bin/java" -Dsmaajob.library.path=/nowhere -cp "$jar:$work" Score 2>/dev/null; then
  echo "smaajob.library.path is not heeded" >&2
  exit 1
fi
echo "== as a module"
(cd "$root" && "$home/bin/java" --module-path "$jar" --add-modules dk.smaajob --describe-module dk.smaajob | head -1)
