// SPDX-License-Identifier: Apache-2.0
/** Matches citizens and small jobs, with every reason. */
module dk.smaajob {
  exports dk.smaajob;
}
