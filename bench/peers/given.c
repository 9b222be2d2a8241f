/* SPDX-License-Identifier: Apache-2.0 */
/* What the peers are given of each pair: the hours that a week would best hold, and whether there
   is no common time. Sixteen bits a pair, citizen by citizen: the minutes (all ones when the hours
   are not known), and above them a bit for no common time. */
#include "folk.h"

#include <stdio.h>

#define UNKNOWN_MINUTES 0x3fff
#define NO_COMMON_TIME  0x4000

static uint16_t
tell (const Folk *folk, guint citizen, guint opening)
{
  const SmaajobPair pair = {folk->citizens->pdata[citizen], folk->openings->pdata[opening],
                            SMAAJOB_UNKNOWN};
  SmaajobError error;
  SmaajobMatch *match = smaajob_match_new (&pair, folk->policy, &error);
  SmaajobItem item;
  uint16_t told;

  insist (match != NULL, &error);
  item = smaajob_match_get_item_at (match, SMAAJOB_CRITERION_HOURS_CITIZEN, 0);
  told = item.state == SMAAJOB_STATE_UNKNOWN ? UNKNOWN_MINUTES : (uint16_t) (item.have * 60 / 1000);
  for (size_t i = 0; i < smaajob_match_get_n_blockers (match); i++)
    if (smaajob_match_get_blocker_at (match, i).code == SMAAJOB_CODE_NO_COMMON_TIME)
      told |= NO_COMMON_TIME;
  smaajob_match_free (match);
  return told;
}

int
main (int argc, char **argv)
{
  Folk *folk;

  if (argc != 4) {
    fprintf (stderr, "usage: given VOCABULARY|- CITIZENS OPENINGS >PAIRS\n");
    return 64;
  }
  folk = folk_read (argv[1], argv[2], argv[3]);
  for (guint c = 0; c < folk->citizens->len; c++)
    for (guint o = 0; o < folk->openings->len; o++) {
      uint16_t told = tell (folk, c, o);

      putchar (told & 0xff);
      putchar (told >> 8);
    }
  folk_free (folk);
  return 0;
}
