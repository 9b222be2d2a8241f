/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

static const char *const answers[] = {"unknown", "yes", "no"};
static const char *const strengths[] = {"must", "should", "nice"};

/* A comma before all but the first of a list. */
static void
separate (FILE *out, int i)
{
  if (i > 0)
    fputc (',', out);
}

/* Thousandths, or millionths, without the locale's comma. */
static void
print_part (FILE *out, int value, int whole)
{
  int digits = 0;

  for (int left = whole; left > 1; left /= 10)
    digits++;
  fprintf (out, "%s%d.%0*d", value < 0 ? "-" : "", (value < 0 ? -value : value) / whole, digits,
           (value < 0 ? -value : value) % whole);
}

static void
print_hours (FILE *out, const char *member, int minutes, bool *some)
{
  if (minutes == SMAAJOB_UNKNOWN)
    return;
  fprintf (out, "%s\"%s\":", *some ? "," : "", member);
  print_part (out, (minutes * 10000 + 30) / 60, 10000);
  *some = true;
}

static void
print_windows (FILE *out, const char *member, const WindowsModel *windows)
{
  static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

  if (!windows->known)
    return;
  fprintf (out, ",\"%s\":[", member);
  for (int i = 0; i < windows->n; i++) {
    const SmaajobWindow *window = &windows->list[i];
    int n = 0;

    separate (out, i);
    fputs ("{\"days\":[", out);
    for (int day = 0; day < 7; day++)
      if (window->days >> day & 1) {
        separate (out, n++);
        fprintf (out, "\"%s\"", days[day]);
      }
    fprintf (out, "],\"from\":\"%02d:%02d\",\"to\":\"%02d:%02d\"}", window->from_minute / 60,
             window->from_minute % 60, window->to_minute / 60, window->to_minute % 60);
  }
  fputc (']', out);
}

static void
print_place (FILE *out, const PlaceModel *place)
{
  if (!place->known)
    return;
  fputs (",\"location\":{\"lat\":", out);
  print_part (out, place->lat, 1000000);
  fputs (",\"lon\":", out);
  print_part (out, place->lon, 1000000);
  fputc ('}', out);
}

static const char *
concept_id (const World *world, int i)
{
  return smaajob_vocabulary_get_concept_at (world->vocabulary, (size_t) i).id;
}

static const char *
condition_id (const World *world, int i)
{
  return smaajob_vocabulary_get_condition_at (world->vocabulary, (size_t) i).id;
}

static const char *
gate_id (const World *world, int i)
{
  return smaajob_vocabulary_get_gate_at (world->vocabulary, (size_t) i).id;
}

static void
print_competences (const World *world, const CitizenModel *model, FILE *out)
{
  static const char *const evidences[] = {"stated", "observed", "employed", "certified"};

  fputs (",\"competencies\":[", out);
  for (int i = 0; i < model->n_competences; i++) {
    const CompetenceModel *held = &model->competences[i];

    separate (out, i);
    fprintf (out, "{\"concept\":\"%s\",\"level\":%d,\"evidence\":\"%s\"}",
             concept_id (world, held->concept_index), held->level, evidences[held->evidence]);
  }
  fprintf (out, "],\"competencies_complete\":%s", model->complete ? "true" : "false");
}

static void
print_needs (const World *world, const CitizenModel *model, FILE *out)
{
  static const char *const members[] = {"tolerates", "requires", "at_most"};

  if (!model->needs_known)
    return;
  fputs (",\"needs\":[", out);
  for (int i = 0; i < model->n_needs; i++) {
    const NeedModel *need = &model->needs[i];

    separate (out, i);
    fprintf (out, "{\"condition\":\"%s\",\"%s\":", condition_id (world, need->condition),
             members[condition_type (world, need->condition)]);
    print_part (out, need->value, 1000);
    fprintf (out, ",\"strength\":\"%s\"}", strengths[need->strength]);
  }
  fputc (']', out);
}

static void
print_wishes (const World *world, const CitizenModel *model, FILE *out)
{
  fputs (",\"wishes\":[", out);
  for (int i = 0; i < model->n_wishes; i++) {
    const WishModel *wish = &model->wishes[i];

    separate (out, i);
    fprintf (out, "{\"concept\":\"%s\",\"wants\":\"%s\"}",
             wish->concept_index < 0 ? wish->sector : concept_id (world, wish->concept_index),
             wish->wants == SMAAJOB_WISH_SEEK ? "seek" : "avoid");
  }
  fputc (']', out);
}

static void
print_formalities (const World *world, const CitizenModel *model, FILE *out)
{
  static const char *const prerequisites[] = {"unknown", "present", "absent"};
  static const char *const choices[] = {"unknown", "informed", "pending", "declined"};
  static const char *const purposes[] = {"unknown", "pay", "other"};
  static const char *const contexts[] = {"", ",\"context\":\"practice\"", ",\"context\":\"paid\""};

  fputs (",\"gates\":{", out);
  for (int i = 0; i < model->n_gates; i++) {
    separate (out, i);
    fprintf (out, "\"%s\":\"%s\"", gate_id (world, model->gates[i].gate),
             answers[model->gates[i].answer]);
  }
  fputc ('}', out);
  if (model->effectiveness != SMAAJOB_UNKNOWN) {
    fputs (",\"effectiveness\":", out);
    print_part (out, model->effectiveness, 1000);
  }
  if (model->kept != SMAAJOB_UNKNOWN) {
    fputs (",\"attendance\":{\"kept\":", out);
    print_part (out, model->kept, 1000);
    fprintf (out, "%s}", contexts[model->context]);
  }
  fprintf (out, ",\"prerequisites\":\"%s\",\"choice\":\"%s\",\"purpose\":\"%s\"",
           prerequisites[model->prerequisites], choices[model->choice], purposes[model->purpose]);
}

static void
print_citizen_hours (const SmaajobCitizenHours *hours, FILE *out)
{
  bool some = false;

  fputs (",\"hours\":{", out);
  print_hours (out, "min", hours->min, &some);
  print_hours (out, "max", hours->max, &some);
  print_hours (out, "limit", hours->limit, &some);
  print_hours (out, "max_per_day", hours->max_per_day, &some);
  print_hours (out, "committed", hours->committed, &some);
  fputc ('}', out);
}

void
citizen_print (const World *world, const CitizenModel *model, FILE *out)
{
  static const char *const modes[] = {"walk", "bike", "transit", "car"};

  fputs ("{\"format\":\"smaajob.citizen/1\",\"id\":\"c-1\"", out);
  print_competences (world, model, out);
  print_needs (world, model, out);
  if (model->hours_known)
    print_citizen_hours (&model->hours, out);
  print_windows (out, "availability", &model->availability);
  print_formalities (world, model, out);
  print_wishes (world, model, out);
  print_place (out, &model->location);
  if (model->travel_known)
    fprintf (out, ",\"travel\":{\"mode\":\"%s\",\"max_minutes\":%d}", modes[model->mode],
             model->max_minutes);
  fputc ('}', out);
}

static void
print_stated (const World *world, const char *member, const StatedList *list, FILE *out)
{
  fprintf (out, ",\"%s\":{", member);
  for (int i = 0; i < list->n; i++) {
    separate (out, i);
    fprintf (out, "\"%s\":", condition_id (world, list->list[i].condition));
    print_part (out, list->list[i].value, 1000);
  }
  fputc ('}', out);
}

static void
print_requirements (const World *world, const TaskModel *task, FILE *out)
{
  if (!task->requirements_known)
    return;
  fputs (",\"requires\":[", out);
  for (int i = 0; i < task->n_requirements; i++) {
    const RequirementModel *asked = &task->requirements[i];

    separate (out, i);
    fprintf (out, "{\"concept\":\"%s\",\"level\":%d,\"importance\":\"%s\"",
             concept_id (world, asked->concept_index), asked->level, strengths[asked->importance]);
    if (asked->training_weeks == SMAAJOB_TRAINING_IMPOSSIBLE)
      fputs (",\"training_weeks\":null", out);
    else if (asked->training_weeks != SMAAJOB_UNKNOWN)
      fprintf (out, ",\"training_weeks\":%d", asked->training_weeks);
    fputc ('}', out);
  }
  fputc (']', out);
}

static void
print_task (const World *world, const TaskModel *task, FILE *out)
{
  bool some = false;

  fprintf (out, "{\"id\":\"%s\"", task->id);
  if (task->hours_known) {
    fputs (",\"hours\":{", out);
    print_hours (out, "min", task->min, &some);
    print_hours (out, "max", task->max, &some);
    fputc ('}', out);
  }
  fprintf (out, ",\"optional\":%s", task->optional ? "true" : "false");
  print_windows (out, "windows", &task->windows);
  print_requirements (world, task, out);
  print_stated (world, "exposures", &task->exposures, out);
  fputc ('}', out);
}

static void
print_terms (const OpeningModel *model, FILE *out)
{
  static const char *const terms[] = {"paid", "practice", "hybrid", "prospect", "fleksjob"};
  static const char *const variations[] = {"unknown", "low", "high"};

  fputs (",\"terms\":{", out);
  for (int i = 0; i < 5; i++)
    fprintf (out, "\"%s\":\"%s\",", terms[i], answers[model->terms[i]]);
  fprintf (out, "\"pay_basis\":\"%s\"},\"weekly_variation\":\"%s\"",
           model->pay_basis == SMAAJOB_PAY_BASIS_PRESENT ? "present" : "effective",
           variations[model->variation]);
}

static void
print_opening_hours (const SmaajobOpeningHours *hours, FILE *out)
{
  bool some = false;

  fputs (",\"hours\":{", out);
  print_hours (out, "min", hours->min, &some);
  print_hours (out, "max", hours->max, &some);
  print_hours (out, "growth", hours->growth, &some);
  fputc ('}', out);
}

void
opening_print (const World *world, const OpeningModel *model, FILE *out)
{
  fputs ("{\"format\":\"smaajob.opening/1\",\"id\":\"o-1\"", out);
  if (model->sector != NULL)
    fprintf (out, ",\"sector\":\"%s\"", model->sector);
  if (model->hours_known)
    print_opening_hours (&model->hours, out);
  fputs (",\"tasks\":[", out);
  for (int i = 0; i < model->n_tasks; i++) {
    separate (out, i);
    print_task (world, &model->tasks[i], out);
  }
  fputc (']', out);
  print_stated (world, "exposures", &model->exposures, out);
  print_stated (world, "provisions", &model->provisions, out);
  fputs (",\"gates\":[", out);
  for (int i = 0; i < model->n_gates; i++) {
    separate (out, i);
    fprintf (out, "\"%s\"", gate_id (world, model->gates[i]));
  }
  fputc (']', out);
  print_terms (model, out);
  print_place (out, &model->location);
  fputc ('}', out);
}
