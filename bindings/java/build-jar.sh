#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# build-jar.sh JAVA_HOME JAR WORK CORE GLUE SOURCES GENERATED…
# Compiles SOURCES and what SWIG generated, and packs them with the two native libraries of this platform; NativeLibrary looks for them there.
set -eu
home=$1 jar=$2 work=$3 core=$4 glue=$5 sources=$6
shift 6
bindings=$(cd "$(dirname "$0")/.." && pwd)

platform="linux-$(uname -m)"
rm -rf "$work/classes"
mkdir -p "$work/classes/native/$platform"
find "$sources" -name '*.java' >"$work/sources"
"$home/bin/javac" -Xlint:all -Werror --release 17 -encoding UTF-8 -parameters -d "$work/classes" "@$work/sources" "$@"
# Under the name that the glue asks for.
cp -L "$core" "$work/classes/native/$platform/libsmaajob.so.0"
python3 "$bindings/beside.py" "$glue" "$work/classes/native/$platform/$(basename "$glue")"
mkdir "$work/classes/META-INF"
cp "$bindings/../LICENSE" "$work/classes/META-INF/"
"$home/bin/jar" --create --file "$jar" --date 2026-01-01T00:00:00Z -C "$work/classes" . 2>/dev/null ||
  "$home/bin/jar" --create --file "$jar" -C "$work/classes" .
