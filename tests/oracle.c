/* SPDX-License-Identifier: Apache-2.0 */
#include "oracle.h"

#include <string.h>

#define N_SLOTS (WEEK_DAYS * WEEK_SLOTS)

/* Quarter-hours of one day that the same tasks can use are alike: nodes of the network are kinds of
   quarter-hours, so many of each. */
#define MOST_KINDS N_SLOTS
#define FIRST_TASK (2 + WEEK_DAYS)
#define FIRST_KIND (FIRST_TASK + OPENING_MAX_TASKS)
#define MOST_NODES (FIRST_KIND + MOST_KINDS)
#define MOST_EDGES (2 * (WEEK_DAYS + MOST_KINDS * (1 + OPENING_MAX_TASKS) + OPENING_MAX_TASKS))

enum { SOURCE, SINK, FIRST_DAY };

/* Edges come in pairs: 2k goes there, 2k + 1 back. */
typedef struct {
  int to, room, next;
} Edge;

typedef struct {
  int n_nodes, n_edges;
  int first[MOST_NODES], via[MOST_NODES], queue[MOST_NODES];
  bool seen[MOST_NODES];
  Edge edges[MOST_EDGES];
} Network;

static void
add_edge (Network *network, int from, int to, int room)
{
  network->edges[network->n_edges] = (Edge){to, room, network->first[from]};
  network->first[from] = network->n_edges++;
  network->edges[network->n_edges] = (Edge){from, 0, network->first[to]};
  network->first[to] = network->n_edges++;
}

/* The tasks that can use a quarter-hour, as bits. */
static unsigned
users_of (const Calendar *calendar, int day, int slot)
{
  unsigned users = 0;

  for (int task = 0; task < calendar->n_tasks; task++)
    if (week_has (&calendar->weeks[calendar->group_of[task]], day, slot))
      users |= 1u << task;
  return users;
}

static void
add_kind (Network *network, int from, unsigned users, int minutes)
{
  int node = network->n_nodes++;

  network->first[node] = -1;
  add_edge (network, from, node, minutes);
  for (int task = 0; task < OPENING_MAX_TASKS; task++)
    if (users >> task & 1)
      add_edge (network, node, FIRST_TASK + task, minutes);
}

/* Runs of quarter-hours alike are one kind. */
static void
add_day (Network *network, const Calendar *calendar, int day)
{
  add_edge (network, SOURCE, FIRST_DAY + day, calendar->minutes_a_day);
  for (int slot = 0, end; slot < WEEK_SLOTS; slot = end) {
    unsigned users = users_of (calendar, day, slot);

    for (end = slot + 1; end < WEEK_SLOTS && users_of (calendar, day, end) == users;)
      end++;
    if (users != 0)
      add_kind (network, FIRST_DAY + day, users, (end - slot) * WEEK_SLOT_MINUTES);
  }
}

static bool
find_path (Network *network)
{
  int n = 0;

  memset (network->seen, 0, sizeof network->seen);
  network->queue[n++] = SOURCE;
  network->seen[SOURCE] = true;
  for (int i = 0; i < n && !network->seen[SINK]; i++)
    for (int e = network->first[network->queue[i]]; e >= 0; e = network->edges[e].next)
      if (network->edges[e].room > 0 && !network->seen[network->edges[e].to]) {
        network->seen[network->edges[e].to] = true;
        network->via[network->edges[e].to] = e;
        network->queue[n++] = network->edges[e].to;
      }
  return network->seen[SINK];
}

static int
augment (Network *network)
{
  int most = MANY_MINUTES;

  for (int node = SINK; node != SOURCE; node = network->edges[network->via[node] ^ 1].to)
    if (network->edges[network->via[node]].room < most)
      most = network->edges[network->via[node]].room;
  for (int node = SINK; node != SOURCE; node = network->edges[network->via[node] ^ 1].to) {
    network->edges[network->via[node]].room -= most;
    network->edges[network->via[node] ^ 1].room += most;
  }
  return most;
}

static void
network_init (Network *network, const Calendar *calendar, const int *caps)
{
  network->n_nodes = FIRST_KIND;
  network->n_edges = 0;
  memset (network->first, 0xff, sizeof network->first);
  for (int task = 0; task < calendar->n_tasks; task++)
    add_edge (network, FIRST_TASK + task, SINK, caps[task]);
}

int
flow_find (const Calendar *calendar, const int *caps, unsigned days)
{
  Network network;
  int flow = 0;

  network_init (&network, calendar, caps);
  for (int day = 0; day < WEEK_DAYS; day++)
    if (days >> day & 1)
      add_day (&network, calendar, day);
  while (find_path (&network))
    flow += augment (&network);
  return flow;
}

static int
count_days (unsigned days)
{
  int n = 0;

  for (; days != 0; days &= days - 1)
    n++;
  return n;
}

/* Whether a comes before b: fewer days, and where they first differ, a has the day. */
static bool
is_better (unsigned a, unsigned b)
{
  unsigned differ = a ^ b;

  if (count_days (a) != count_days (b))
    return count_days (a) < count_days (b);
  return (a & differ & -differ) != 0;
}

unsigned
days_fewest (const Calendar *calendar, const int *minutes, int sum)
{
  unsigned best = 127;

  for (unsigned days = 0; days < 128; days++)
    if (is_better (days, best) && flow_find (calendar, minutes, days) == sum)
      best = days;
  return best;
}

/* The flow through the taken quarter-hours and all from `from` on. A flow that
   fills the taken ones can be made a maximum one without emptying any of them again. */
static int
flow_beside (const Calendar *calendar, const int *minutes, const SlotSet *taken, int from,
             unsigned days)
{
  Network network;
  int flow = 0, left[WEEK_DAYS];

  network_init (&network, calendar, minutes);
  for (int day = 0; day < WEEK_DAYS; day++)
    left[day] = days >> day & 1 ? calendar->minutes_a_day : 0;
  for (int slot = 0; slot < N_SLOTS; slot++) {
    int day = slot / WEEK_SLOTS;
    unsigned users = users_of (calendar, day, slot % WEEK_SLOTS);

    if (taken->has[slot]) {
      add_kind (&network, SOURCE, users, WEEK_SLOT_MINUTES);
      left[day] -= WEEK_SLOT_MINUTES;
    } else if (slot >= from && users != 0)
      add_kind (&network, FIRST_DAY + day, users, WEEK_SLOT_MINUTES);
  }
  for (int day = 0; day < WEEK_DAYS; day++)
    add_edge (&network, SOURCE, FIRST_DAY + day, left[day] > 0 ? left[day] : 0);
  while (find_path (&network))
    flow += augment (&network);
  return flow;
}

static bool
has_room (const Calendar *calendar, const SlotSet *taken, int slot)
{
  int day = slot / WEEK_SLOTS, minutes = 0;

  for (int i = 0; i < WEEK_SLOTS; i++)
    minutes += taken->has[day * WEEK_SLOTS + i] ? WEEK_SLOT_MINUTES : 0;
  return minutes + WEEK_SLOT_MINUTES <= calendar->minutes_a_day;
}

SlotSet
slots_earliest (const Calendar *calendar, const int *minutes, unsigned days, int *waited)
{
  SlotSet taken = {{false}};
  int sum = 0, laid = 0;

  for (int task = 0; task < calendar->n_tasks; task++)
    sum += minutes[task];
  for (int slot = 0; slot < N_SLOTS && laid < sum; slot++) {
    int day = slot / WEEK_SLOTS;

    if (!(days >> day & 1) || users_of (calendar, day, slot % WEEK_SLOTS) == 0 ||
        !has_room (calendar, &taken, slot))
      continue;
    taken.has[slot] = true;
    if (flow_beside (calendar, minutes, &taken, N_SLOTS, 0) < laid + WEEK_SLOT_MINUTES)
      taken.has[slot] = false;
    else if (flow_beside (calendar, minutes, &taken, slot + 1, days) < sum) {
      taken.has[slot] = false;
      (*waited)++;
    } else
      laid += WEEK_SLOT_MINUTES;
  }
  return taken;
}

static void
drop_slot (Calendar *calendar, int slot)
{
  int day = slot / WEEK_SLOTS, i = slot % WEEK_SLOTS;

  for (int group = 0; group < calendar->n_groups; group++)
    if (i < 64)
      calendar->weeks[group].early[day] &= ~((uint64_t) 1 << i);
    else
      calendar->weeks[group].late[day] &= ~((uint32_t) 1 << (i - 64));
}

SlotSet
slots_done_soonest (const Calendar *calendar, const int *minutes, unsigned days)
{
  SlotSet kept = {{false}};
  Calendar rest = *calendar;
  int sum = flow_find (calendar, minutes, days);

  for (int slot = N_SLOTS; slot-- > 0;) {
    Calendar without = rest;
    int day = slot / WEEK_SLOTS;

    if (!(days >> day & 1) || users_of (calendar, day, slot % WEEK_SLOTS) == 0)
      continue;
    drop_slot (&without, slot);
    kept.has[slot] = flow_find (&without, minutes, days) < sum;
    if (!kept.has[slot])
      rest = without;
  }
  return kept;
}
