#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh ASSEMBLY GLUE STAMP [TEST…]
# Compiles and runs the tests of the C# face under Mono, from the layout of the NuGet package, then its example.
# SMAAJOB_TEST_MATCHES=1000000 makes the memory test long.
set -eu
# Names of files are UTF-8.
export LC_ALL=C.UTF-8
stamp=$(cd "$(dirname "$3")" && pwd)
shift 3

root=$(cd "$(dirname "$0")/../.." && pwd)
package=$stamp/nuget
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$package/lib/netstandard2.0/Smaajob.dll" "$package"/runtimes/linux-*/native/* "$work/"
# The tests are of the assembly: they see what is internal, too.
mcs -nologo -langversion:7 -warnaserror -debug- -out:"$work/Smaajob.Tests.exe" -r:"$work/Smaajob.dll" \
  "$root"/tests/csharp/*.cs
export LD_LIBRARY_PATH="$work"
SMAAJOB_ROOT=$root SMAAJOB_DOCUMENTATION=$package/lib/netstandard2.0/Smaajob.xml \
  timeout -k 5 500 mono "$work/Smaajob.Tests.exe" "$@"

echo "== example"
mcs -nologo -out:"$work/Score.exe" -r:"$work/Smaajob.dll" "$root/examples/Score.cs"
said=$(cd "$root" && mono "$work/Score.exe")
[ "$said" = "fit 1.0" ] || { echo "Score.cs says: $said" >&2; exit 1; }
