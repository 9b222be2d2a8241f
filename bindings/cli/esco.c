/* SPDX-License-Identifier: Apache-2.0 */
#include "esco.h"

#include "csv.h"

#include <string.h>

#define PREFIX "http://data.europa.eu/esco/"

typedef struct {
  char *id;
  char *en;
  char *da;
  GTree *broader; /* of Concept: a set, because releases repeat some relations */
} Concept;

typedef struct {
  const char *folder;
  Language language;
  Report *report;
  GPtrArray *concepts; /* in the order of the tables */
  GTree *by_uri;       /* uri → Concept; NULL for one that was left out on purpose */
} Esco;

static int
compare_uris (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  return strcmp (a, b);
}

static int
compare_concepts (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Concept *) a)->id, ((const Concept *) b)->id);
}

static void
concept_free (gpointer data)
{
  Concept *concept = data;

  g_free (concept->id);
  g_free (concept->en);
  g_free (concept->da);
  g_tree_destroy (concept->broader);
  g_free (concept);
}

/* What follows the common beginning, "skill/" dropped, with ":" for "/"; NULL when it is no id. */
static char *
id_from_uri (const char *uri)
{
  static const char allowed[] = G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._:-";
  char *id;

  if (!g_str_has_prefix (uri, PREFIX))
    return NULL;
  uri += strlen (PREFIX);
  if (g_str_has_prefix (uri, "skill/"))
    uri += strlen ("skill/");
  id = g_strdelimit (g_strconcat ("esco:", uri, NULL), "/", ':');
  if (id[strspn (id, allowed)] == '\0' && strlen (id) <= 128)
    return id;
  g_free (id);
  return NULL;
}

/* A file of the release, with or without the language in its name. */
typedef struct {
  const char *with, *without;
} Table;

enum { SKILLS, GROUPS, BROADER, DANISH_SKILLS, DANISH_GROUPS };

/* Danish labels are welcome but need not be there. */
static const Table tables[] = {
    [SKILLS] = {"skills_en.csv", "skills.csv"},
    [GROUPS] = {"skillGroups_en.csv", "skillGroups.csv"},
    [BROADER] = {"broaderRelationsSkillPillar_en.csv", "broaderRelationsSkillPillar.csv"},
    [DANISH_SKILLS] = {"skills_da.csv", NULL},
    [DANISH_GROUPS] = {"skillGroups_da.csv", NULL},
};

static char *
find_file (const char *folder, const char *name)
{
  char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return NULL;
}

/* NULL when it is not there. */
static char *
find_table (const char *folder, const Table *table)
{
  char *path = find_file (folder, table->with);

  return path != NULL ? path : find_file (folder, table->without);
}

char **
esco_list_tables (const char *folder)
{
  char **paths = g_new0 (char *, G_N_ELEMENTS (tables) + 1), **end = paths;

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    if ((*end = find_table (folder, &tables[i])) != NULL)
      end++;
  return paths;
}

static void
tell_missing (const Esco *esco, const Table *table)
{
  g_autofree char *why =
      g_strdup_printf (text_get (esco->language, "esco.file"), table->with, table->without);

  report_file (esco->report, esco->folder, STATUS_NO_INPUT, why);
}

/* NULL when it is not there or, after telling why, cannot be read. */
static Csv *
open_table (const Esco *esco, const Table *table)
{
  g_autofree char *path = find_table (esco->folder, table);

  if (path == NULL && table->without != NULL)
    tell_missing (esco, table);
  return path ? csv_open (path, esco->report) : NULL;
}

typedef struct {
  int type, uri, label, status;
} Columns;

static Columns
find_columns (Csv *csv)
{
  const Columns columns = {
      .type = csv_find_column (csv, "conceptType", true),
      .uri = csv_find_column (csv, "conceptUri", true),
      .label = csv_find_column (csv, "preferredLabel", true),
      .status = csv_find_column (csv, "status", false),
  };

  return columns;
}

static bool
is_competence (const char *type)
{
  return strcmp (type, "KnowledgeSkillCompetence") == 0 || strcmp (type, "SkillGroup") == 0;
}

static bool
is_wanted (const Csv *csv, const Columns *columns)
{
  return is_competence (csv_get (csv, columns->type)) &&
         (columns->status < 0 || strcmp (csv_get (csv, columns->status), "released") == 0);
}

static void
add_concept (Esco *esco, Csv *csv, const Columns *columns)
{
  const char *uri = csv_get (csv, columns->uri);
  Concept *concept = NULL;
  char *id;

  if (g_tree_lookup_extended (esco->by_uri, uri, NULL, NULL)) {
    csv_tell (csv, "conceptUri: here already, expected every concept once");
    return;
  }
  if (is_wanted (csv, columns)) {
    id = id_from_uri (uri);
    if (id == NULL) {
      csv_tell (csv, "conceptUri: expected " PREFIX "… of letters, digits and ._:-/");
      return;
    }
    concept = g_new0 (Concept, 1);
    concept->id = id;
    concept->en = g_strdup (csv_get (csv, columns->label));
    concept->broader = g_tree_new (compare_concepts);
    g_ptr_array_add (esco->concepts, concept);
  }
  g_tree_insert (esco->by_uri, g_strdup (uri), concept);
}

static bool
read_concepts (Esco *esco, const Table *table)
{
  g_autoptr (Csv) csv = open_table (esco, table);
  Columns columns;

  if (csv == NULL)
    return false;
  columns = find_columns (csv);
  while (csv_next (csv))
    add_concept (esco, csv, &columns);
  return csv_is_good (csv);
}

/* Not each concept has a Danish label. */
static bool
read_danish (Esco *esco, const Table *table)
{
  g_autoptr (Csv) csv = open_table (esco, table);
  const guint n_before = esco->report->n_errors;
  Columns columns;

  if (csv == NULL)
    return esco->report->n_errors == n_before;
  columns = find_columns (csv);
  while (csv_next (csv)) {
    Concept *concept = g_tree_lookup (esco->by_uri, csv_get (csv, columns.uri));
    const char *label = csv_get (csv, columns.label);

    if (concept != NULL && concept->da == NULL && *label)
    concept->da = g_strdup (label);
  }
  return csv_is_good (csv);
}

static bool
find_concept (const Esco *esco, Csv *csv, int column, Concept **concept)
{
  gpointer value;

  if (!g_tree_lookup_extended (esco->by_uri, csv_get (csv, column), NULL, &value)) {
    csv_tell (csv, "a concept that is in neither skills nor skillGroups, expected in one of them");
    return false;
  }
  *concept = value;
  return true;
}

static bool
read_broader (Esco *esco)
{
  g_autoptr (Csv) csv = open_table (esco, &tables[BROADER]);
  int type, narrow, broad_type, broad;
  Concept *child, *parent;

  if (csv == NULL)
    return false;
  type = csv_find_column (csv, "conceptType", true);
  narrow = csv_find_column (csv, "conceptUri", true);
  broad_type = csv_find_column (csv, "broaderType", true);
  broad = csv_find_column (csv, "broaderUri", true);
  while (csv_next (csv))
    if (is_competence (csv_get (csv, type)) && is_competence (csv_get (csv, broad_type)) &&
        find_concept (esco, csv, narrow, &child) && find_concept (esco, csv, broad, &parent) &&
        child != NULL && parent != NULL)
      g_tree_insert (child->broader, parent, parent);
  return csv_is_good (csv);
}

typedef struct {
  SmaajobVocabularyBuilder *builder;
  SmaajobError error;
  bool good;
} Building;

static gboolean
add_broader (gpointer key, gpointer value, gpointer data)
{
  Building *building = data;

  (void) value;
  building->good = smaajob_vocabulary_builder_add_broader (
      building->builder, ((const Concept *) key)->id, &building->error);
  return !building->good;
}

static void
build_concept (Building *building, const Concept *concept)
{
  const SmaajobWord word = {concept->id, concept->da, *concept->en ? concept->en : NULL};

  building->good =
      smaajob_vocabulary_builder_add_concept (building->builder, &word, &building->error);
  if (building->good)
    g_tree_foreach (concept->broader, add_broader, building);
}

/* "esco-1.1.1" when the folder's name says which release it is, as the official ones do. */
static char *
find_version (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr (GRegex) regex = g_regex_new ("[0-9]+(\\.[0-9]+)+", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *number = NULL;
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (!g_regex_match (regex, valid, 0, &found))
    return g_strdup ("esco");
  number = g_match_info_fetch (found, 0);
  return strlen (number) <= 32 ? g_strconcat ("esco-", number, NULL) : g_strdup ("esco");
}

static SmaajobVocabulary *
build (const Esco *esco)
{
  g_autofree char *version = find_version (esco->folder);
  SmaajobVocabulary *vocabulary = NULL;
  Building building = {0};

  building.builder = smaajob_vocabulary_builder_new (NULL, version, &building.error);
  building.good = building.builder != NULL;
  for (guint i = 0; building.good && i < esco->concepts->len; i++)
    build_concept (&building, g_ptr_array_index (esco->concepts, i));
  if (building.good)
    vocabulary = smaajob_vocabulary_builder_build (building.builder, &building.error);
  if (vocabulary == NULL)
    report_error (esco->report, esco->folder, 1, &building.error);
  smaajob_vocabulary_builder_free (building.builder);
  return vocabulary;
}

SmaajobVocabulary *
esco_read (const char *folder, Language language, Report *report)
{
  Esco esco = {folder, language, report, NULL, NULL};
  SmaajobVocabulary *vocabulary = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    report_file (report, folder, STATUS_NO_INPUT, text_get (language, "esco.folder"));
    return NULL;
  }
  esco.concepts = g_ptr_array_new_with_free_func (concept_free);
  esco.by_uri = g_tree_new_full (compare_uris, NULL, g_free, NULL);
  if (read_concepts (&esco, &tables[SKILLS]) && read_concepts (&esco, &tables[GROUPS]) &&
      read_danish (&esco, &tables[DANISH_SKILLS]) && read_danish (&esco, &tables[DANISH_GROUPS]) &&
      read_broader (&esco))
    vocabulary = build (&esco);
  g_tree_destroy (esco.by_uri);
  g_ptr_array_free (esco.concepts, TRUE);
  return vocabulary;
}
