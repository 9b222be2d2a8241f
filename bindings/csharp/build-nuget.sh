#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# build-nuget.sh STAMP CORE GLUE NUSPEC ASSEMBLY DOCUMENTATION
# Lays out, beside STAMP, what `nuget pack` makes a package of.
set -eu
stamp=$1 core=$2 glue=$3 nuspec=$4 assembly=$5 documentation=$6

case "$(uname -m)" in
x86_64) platform=linux-x64 ;;
aarch64) platform=linux-arm64 ;;
*) platform=linux-$(uname -m) ;;
esac
bindings=$(cd "$(dirname "$0")/.." && pwd)
package=$(dirname "$stamp")/nuget
rm -rf "$package"
mkdir -p "$package/lib/netstandard2.0" "$package/runtimes/$platform/native"
cp "$nuspec" "$bindings/../LICENSE" "$package/"
cp "$assembly" "$documentation" "$package/lib/netstandard2.0/"
# Under the name that the glue asks for.
cp -L "$core" "$package/runtimes/$platform/native/libsmaajob.so.0"
python3 "$bindings/beside.py" "$glue" "$package/runtimes/$platform/native/$(basename "$glue")"
touch "$stamp"
