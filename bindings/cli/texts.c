/* SPDX-License-Identifier: Apache-2.0 */
#include "texts.h"

#include <glib.h>
#include <string.h>

typedef struct {
  const char *key;
  const char *en;
  const char *da;
} Row;

/* clang-format off */
static const Row rows[] = {
  /* help */
  { "about.", "Match citizens far from the labour market with small jobs.\n\nUsage: smaajob COMMAND [options]",
    "Match borgere på kanten af arbejdsmarkedet med småjob.\n\nBrug: smaajob KOMMANDO [valg]" },
  { "about.match", "Match one citizen with one opening: verdict, tasks, the week, the timing of\npay, and why. Each is a JSON document; - is standard input.",
    "Match én borger med én jobåbning: resultat, opgaver, ugen, hvornår løn, og\nhvorfor. Begge er JSON-dokumenter; - er standardinput." },
  { "about.check", "Check documents of any kind, one a file or one a line (NDJSON), and tell every\nfault with its place.",
    "Kontrollér dokumenter af enhver art, ét pr. fil eller ét pr. linje (NDJSON), og\nfortæl om hver fejl og dens sted." },
  { "about.rank", "For every citizen the best openings, or for every opening the best citizens.\nPairs without a score are counted and left out.",
    "For hver borger de bedste jobåbninger, eller omvendt de bedste borgere til hver\njobåbning. Par uden score tælles og udelades." },
  { "about.policy", "Print the weights, shares, priors and thresholds in force.",
    "Skriv de vægte, andele, forhåndsværdier og grænser, der gælder." },
  { "about.vocabulary", "Print the conditions, gates and competence concepts known, or make a vocabulary\nof an official ESCO release in CSV.",
    "Skriv de kendte forhold, krav og kompetencer, eller lav et ordforråd af en\nofficiel ESCO-udgave i CSV." },
  { "about.schema", "Print the JSON Schema of a kind of document: citizen, opening, policy,\nvocabulary or match.",
    "Skriv JSON Schema for en slags dokument: citizen, opening, policy, vocabulary\neller match." },
  { "short.match", "match one citizen with one opening", "match én borger med én jobåbning" },
  { "short.check", "check documents and tell every fault", "kontrollér dokumenter og fortæl om hver fejl" },
  { "short.rank", "the best openings or citizens for each", "de bedste jobåbninger eller borgere til hver" },
  { "short.policy", "print the policy in force", "skriv den gældende politik" },
  { "short.vocabulary", "print the vocabulary, or make one of ESCO", "skriv ordforrådet, eller lav et af ESCO" },
  { "short.schema", "print the JSON Schema of a document", "skriv JSON Schema for et dokument" },
  { "example.match", "smaajob match citizen.json opening.json --lang en", "smaajob match borger.json job.json --lang da" },
  { "example.check", "smaajob check citizens.ndjson policy.json", "smaajob check borgere.ndjson politik.json" },
  { "example.rank", "smaajob rank --citizens c.ndjson --openings o.ndjson --by citizen --top 3",
    "smaajob rank --citizens b.ndjson --openings j.ndjson --by citizen --top 3" },
  { "example.policy", "smaajob policy -o policy.json", "smaajob policy -o politik.json" },
  { "example.vocabulary", "smaajob vocabulary --from-esco ESCO-v1.2.0-csv -o esco.json", "smaajob vocabulary --from-esco ESCO-v1.2.0-csv -o esco.json" },
  { "example.schema", "smaajob schema citizen", "smaajob schema citizen" },
  { "help.usage", "Usage", "Brug" },
  { "help.options", "options", "valg" },
  { "help.example", "Example", "Eksempel" },
  { "help.more", "smaajob COMMAND --help tells the options of one command; smaajob --version the version.\nThe manual page is smaajob(1).",
    "smaajob KOMMANDO --help viser valgene for en kommando; smaajob --version versionen.\nManualsiden er smaajob(1)." },
  { "help.model", "model", "model" },
  { "option.citizens", "citizens, JSON or NDJSON; - is standard input", "borgere, JSON eller NDJSON; - er standardinput" },
  { "option.openings", "openings, JSON or NDJSON", "jobåbninger, JSON eller NDJSON" },
  { "option.by", "one list for each citizen, or for each opening", "en liste for hver borger eller for hver jobåbning" },
  { "option.top", "length of each list (10)", "længden af hver liste (10)" },
  { "option.skip-bad", "leave bad documents out, and count them", "udelad dokumenter med fejl, og tæl dem" },
  { "option.policy", "a policy that overrides the defaults", "en politik, der ændrer standarden" },
  { "option.vocabulary", "a vocabulary on top of the built-in one; repeatable", "et ordforråd oven på det indbyggede; kan gentages" },
  { "option.from-esco", "make a vocabulary of the ESCO release in DIR", "lav et ordforråd af ESCO-udgaven i DIR" },
  { "option.travel-minutes", "minutes each way, instead of from the locations", "minutter hver vej, i stedet for ud fra stederne" },
  { "option.json", "JSON also on a terminal", "JSON også på en terminal" },
  { "option.page", "a readable page also when not on a terminal", "en læselig side også uden terminal" },
  { "option.output", "write to FILE, all of it or nothing", "skriv til FILE, det hele eller intet" },
  { "option.lang", "language of what is read by people", "sproget i det, mennesker læser" },
  { "option.help", "this help", "denne hjælp" },
  { "option.version", "version of the program and of the model", "programmets og modellens version" },
  /* faults of use */
  { "usage.try", "Try: smaajob%s%s --help", "Prøv: smaajob%s%s --help" },
  { "usage.command", "a command is missing", "der mangler en kommando" },
  { "usage.unknown_command", "%s: not a command", "%s: er ikke en kommando" },
  { "usage.value", "%s: expected %s, found %s", "%s: forventede %s, fandt %s" },
  { "usage.both", "%s and %s exclude each other", "%s og %s udelukker hinanden" },
  { "usage.operands", "expected %s, found %u of them", "forventede %s, fandt %u" },
  { "usage.none", "no file names", "ingen filnavne" },
  { "usage.stdin", "only one of them can be standard input", "kun én af dem kan være standardinput" },
  { "usage.needs", "%s is missing", "%s mangler" },
  { "output.stdout", "standard output", "standardoutput" },
  /* check and rank */
  { "check.good", "Documents: %u. No faults.", "Dokumenter: %u. Ingen fejl." },
  { "check.bad", "Documents: %u. Faults: %u.", "Dokumenter: %u. Fejl: %u." },
  { "rank.skipped", "Bad documents left out: %u", "Udeladte dokumenter med fejl: %u" },
  { "rank.left_out", "Left out, without a score", "Udeladt, uden score" },
  { "rank.progress", "%u of %u", "%u af %u" },
  { "rank.citizen", "Citizen {subject}", "Borger {subject}" },
  { "rank.opening", "Opening {subject}", "Jobåbning {subject}" },
  { "rank.head.citizen", "citizen", "borger" },
  { "rank.head.opening", "opening", "jobåbning" },
  { "rank.head.verdict", "verdict", "resultat" },
  { "rank.head.score", "score", "score" },
  { "rank.head.bounds", "low–high", "lav–høj" },
  { "rank.head.coverage", "known", "kendt" },
  { "rank.empty", "no pair with a score", "ingen par med score" },
  /* esco */
  { "esco.folder", "not a folder", "er ikke en mappe" },
  { "esco.file", "not in the ESCO folder: expected %s or %s", "findes ikke i ESCO-mappen: forventede %s eller %s" },
  /* the page of a match */
  { "page.pair", "Citizen {subject}, opening {task}", "Borger {subject}, jobåbning {task}" },
  { "page.score", "score {have}", "score {have}" },
  { "page.bounds", "Between {have} and {want} once the unknown is known", "Mellem {have} og {want}, når det ukendte er afklaret" },
  { "page.no_score", "no score", "ingen score" },
  { "page.potential", "{have} without what stands in the way", "{have} uden det, der står i vejen" },
  { "page.coverage", "{have} % of it known", "{have} % af det kendt" },
  { "page.sides", "The citizen's side {have} · the employer's side {want}", "Borgerens side {have} · arbejdspladsens side {want}" },
  { "page.blockers", "Stands in the way", "Står i vejen" },
  { "page.timing", "When to bring up pay", "Hvornår løn?" },
  { "page.tasks", "Tasks", "Opgaver" },
  { "page.week", "The week", "Ugen" },
  { "page.points", "Points", "Point" },
  { "page.for", "Speaks for", "Taler for" },
  { "page.against", "Speaks against", "Taler imod" },
  { "page.unknown", "Not known", "Ved vi ikke" },
  { "page.attention", "Pay attention to", "Vær opmærksom på" },
  { "page.task_in", "({task})", "({task})" },
  { "page.no_plan", "Nothing says how many hours: there is nothing to plan.", "Ingen har oplyst timer, så der er ikke noget at planlægge." },
  { "page.no_shift", "No hours can be planned.", "Der kan ikke lægges timer i ugen." },
  { "page.hours_paid", "{have} paid", "{have} med løn" },
  { "page.hours_practice", "{have} in practice", "{have} i praktik" },
  { "page.hours_capacity", "room for {have}", "plads til {have}" },
  { "page.hours_growth", "may grow to {have}", "kan vokse til {have}" },
  { "page.weight", "weight", "vægt" },
  { "page.costs", "costs", "koster" },
  { "page.value", "value", "værdi" },
  { "page.bounds_head", "low–high", "lav–høj" },
  { "unit.hours", "h", "t" },
  { "day.1", "Mon", "Man" }, { "day.2", "Tue", "Tir" }, { "day.4", "Wed", "Ons" },
  { "day.8", "Thu", "Tor" }, { "day.16", "Fri", "Fre" }, { "day.32", "Sat", "Lør" },
  { "day.64", "Sun", "Søn" },
  { "verdict.fit", "fit", "passer" },
  { "verdict.practice_only", "practice only", "kun praktik" },
  { "verdict.unclear", "unclear", "uafklaret" },
  { "verdict.blocked", "blocked", "ikke muligt" },
  { "task.paid", "ready for pay", "klar til løn" },
  { "task.practice", "in practice", "i praktik" },
  { "task.unclear", "unclear", "uafklaret" },
  { "task.out_of_reach", "out of reach", "uden for rækkevidde" },
  { "advice.paid_now", "Pay from the start", "Løn fra starten" },
  { "advice.practice_first", "Practice first: value is shown, and pay follows", "Praktik først: værdien vises, og lønnen følger" },
  { "advice.wage_in_prospect", "Hold pay out in prospect", "Stil løn i udsigt" },
  { "advice.ask_first", "Ask first", "Spørg først" },
  { "advice.not_now", "No talk of pay now", "Ikke løn nu" },
  { "criterion.competence", "Competence", "Kompetencer" },
  { "criterion.accommodation", "Accommodation", "Skånehensyn" },
  { "criterion.hours_employer", "Hours, employer", "Timer, arbejdsplads" },
  { "criterion.hours_citizen", "Hours, citizen", "Timer, borger" },
  { "criterion.wish", "Wishes", "Ønsker" },
  { "criterion.travel", "Travel", "Transport" },
  /* comparisons */
  { "item.competence.met", "{subject} – level {have}, wanted {want}", "{subject} – niveau {have}, ønsket {want}" },
  { "item.competence.short", "{subject} – level {have}, wanted {want}", "{subject} – niveau {have}, ønsket {want}" },
  { "item.competence.unknown", "{subject} – level not known, wanted {want}", "{subject} – niveau ikke oplyst, ønsket {want}" },
  { "item.competence.similar", "{subject} – only something similar is known, wanted {want}", "{subject} – kun noget beslægtet er oplyst, ønsket {want}" },
  { "item.limit.met", "{subject} – {have} of 4, tolerates {want}", "{subject} – {have} af 4, borgeren tåler {want}" },
  { "item.limit.short", "{subject} – {have} of 4, tolerates only {want}", "{subject} – {have} af 4, borgeren tåler kun {want}" },
  { "item.limit.unknown", "{subject} – how much is not known, tolerates {want}", "{subject} – ikke oplyst hvor meget, borgeren tåler {want}" },
  { "item.limit.partly", "{subject} – at least {have} of 4, not known for every task, tolerates {want}", "{subject} – mindst {have} af 4, ikke oplyst for alle opgaver, borgeren tåler {want}" },
  { "item.ceiling.met", "{subject} – {have}, at most {want}", "{subject} – {have}, højst {want}" },
  { "item.ceiling.short", "{subject} – {have}, above {want}", "{subject} – {have}, over {want}" },
  { "item.ceiling.unknown", "{subject} – how much is not known, at most {want}", "{subject} – ikke oplyst hvor meget, højst {want}" },
  { "item.ceiling.partly", "{subject} – at least {have}, not known for every task, at most {want}", "{subject} – mindst {have}, ikke oplyst for alle opgaver, højst {want}" },
  { "item.provision.met", "{subject} – offered", "{subject} – tilbydes" },
  { "item.provision.short", "{subject} – not offered", "{subject} – tilbydes ikke" },
  { "item.provision.partly", "{subject} – only partly or by agreement", "{subject} – kun delvist eller efter aftale" },
  { "item.provision.unknown", "{subject} – not known whether offered", "{subject} – ikke oplyst, om det tilbydes" },
  { "item.hours_employer.met", "A week has room for the hours the employer wants: {have}", "Ugen har plads til de timer, arbejdspladsen har brug for: {have}" },
  { "item.hours_employer.short", "Hours for the employer: room for {have}, {want} wanted", "Timer for arbejdspladsen: plads til {have}, {want} ønsket" },
  { "item.hours_employer.unknown", "How many hours the employer gets", "Hvor mange timer arbejdspladsen får" },
  { "item.hours_citizen.met", "The hours a week has room for suit the citizen: {have}", "De timer, ugen har plads til, passer til borgeren: {have}" },
  { "item.hours_citizen.short", "Hours for the citizen: room for {have}, {want} wanted", "Timer for borgeren: plads til {have}, {want} ønsket" },
  { "item.hours_citizen.unknown", "Whether the number of hours suits the citizen", "Om timetallet passer til borgeren" },
  { "item.avoid.met", "{subject} – not part of it, as the citizen wishes", "{subject} – indgår ikke, som borgeren ønsker" },
  { "item.avoid.short", "{subject} – the citizen would rather avoid it", "{subject} – det vil borgeren helst undgå" },
  { "item.avoid.unknown", "{subject} – not known whether it is there; the citizen would rather avoid it", "{subject} – uvist om det indgår; borgeren vil helst undgå det" },
  { "item.seek.met", "Something the citizen wishes for is there", "Der er noget af det, borgeren ønsker" },
  { "item.seek.short", "Nothing the citizen wishes for is there", "Der er ikke noget af det, borgeren ønsker" },
  { "item.seek.unknown", "Whether something the citizen wishes for is there", "Om der er noget af det, borgeren ønsker" },
  { "item.travel.met", "Travel: {have} min each way, at most {want}", "Transport: {have} min hver vej, højst {want}" },
  { "item.travel.short", "Travel: {have} min each way, above {want}", "Transport: {have} min hver vej, over {want}" },
  { "item.travel.unknown", "How long the citizen travels; at most {want} min", "Hvor lang transporttiden er; højst {want} min" },
  { "item.needs.unknown", "What the citizen needs of the workplace", "Hvilke skånebehov borgeren har" },
  { "item.requires.unknown", "What the task demands of competence", "Hvad opgaven kræver af kompetencer" },
  { "item.sector", "Sector {subject}", "Branche {subject}" },
  /* members as subjects */
  { "member.needs", "the citizen's needs", "borgerens skånebehov" },
  { "member.requires", "what the task demands", "hvad opgaven kræver" },
  { "member.hours", "the hours", "timetallet" },
  { "member.wishes", "the citizen's wishes", "borgerens ønsker" },
  { "member.travel", "travel", "transport" },
  { "member.choice", "the citizen's choice", "borgerens valg" },
  { "member.purpose", "the purpose of the course", "formålet med forløbet" },
  { "member.prerequisites", "the prerequisites of a wage", "forudsætningerne for løn" },
  { "member.attendance", "attendance", "fremmøde" },
  { "member.effectiveness", "effectiveness", "effektivitet" },
  { "member.availability", "when the citizen can work", "hvornår borgeren kan arbejde" },
  { "member.hours.committed", "hours already taken up", "timer, der allerede er brugt" },
  { "member.hours.growth", "growth in hours", "flere timer" },
  { "member.terms.paid", "pay", "løn" },
  { "member.terms.practice", "unpaid practice", "praktik" },
  { "member.terms.hybrid", "pay and practice side by side", "løn og praktik side om side" },
  { "member.terms.prospect", "pay in prospect", "løn i udsigt" },
  { "member.terms.fleksjob", "fleksjob", "fleksjob" },
  { "member.weekly_variation", "variation from week to week", "udsving fra uge til uge" },
  /* causes */
  { "code.gate_refused", "{subject} – demanded, and the citizen does not have it", "{subject} – kræves, og det har borgeren ikke" },
  { "code.choice_declined", "The citizen has declined", "Borgeren har sagt nej" },
  { "code.no_task_within_reach", "Out of reach because of: {subject}", "Uden for rækkevidde på grund af: {subject}" },
  { "code.no_common_time", "There is no time when both the citizen and the tasks can", "Der er intet tidspunkt, hvor både borgeren og opgaverne kan" },
  { "code.load_exceeded", "No hours are left under the citizen's health ceiling", "Der er ingen timer tilbage under borgerens helbredsmæssige grænse" },
  { "code.travel_too_far", "It is too far to travel", "Der er for langt til arbejdspladsen" },
  { "code.pay_refused", "The employer will not pay", "Arbejdspladsen vil ikke betale løn" },
  { "code.practice_refused", "The employer does not take anyone in practice", "Arbejdspladsen vil ikke have nogen i praktik" },
  { "code.need_refused", "{subject} – needed, and the workplace does not offer it in full", "{subject} – nødvendigt, men arbejdspladsen tilbyder det ikke fuldt ud" },
  { "code.mastered", "{subject} – mastered", "{subject} – mestres" },
  { "code.competence_below", "{subject} – below what the task demands", "{subject} – under det, opgaven kræver" },
  { "code.competence_below.training", "{subject} – below what the task demands, can be learned in practice", "{subject} – under det, opgaven kræver, men kan læres i praktik" },
  { "code.competence_unknown.training", "{subject} – not known whether the citizen can, can be learned in practice", "{subject} – uvist om borgeren kan, men kan læres i praktik" },
  { "code.competence_unknown", "{subject} – not known whether the citizen can", "{subject} – uvist om borgeren kan" },
  { "code.training_possible", "{subject} – can be learned in practice", "{subject} – kan læres i praktik" },
  { "code.exposure_above_tolerance", "{subject} – more than the citizen tolerates", "{subject} – mere end borgeren tåler" },
  { "code.exposure_unknown", "{subject} – not known how much", "{subject} – ikke oplyst hvor meget" },
  { "code.ceiling_exceeded", "{subject} – above the citizen's limit", "{subject} – over borgerens grænse" },
  { "code.blocked", "Something stands in the way", "Der er noget, der står i vejen" },
  { "code.fleksjob_track", "The employer wants a fleksjob instead", "Arbejdspladsen ønsker i stedet et fleksjob" },
  { "code.prerequisites_absent", "The prerequisites of a wage are not there yet", "Forudsætningerne for løn er der ikke endnu" },
  { "code.choice_pending", "The citizen has not chosen yet", "Borgeren har ikke valgt endnu" },
  { "code.employer_not_asked", "The employer has not been asked about pay", "Arbejdspladsen er ikke spurgt om løn" },
  { "code.must_unknown", "Something decisive is not known: {subject}", "Noget afgørende er uafklaret: {subject}" },
  { "code.value_shown", "The musts of the task have been shown", "Opgavens ufravigelige krav er vist i praksis eller dokumenteret" },
  { "code.value_stated_only", "That the citizen can do the task is stated, not yet seen", "Det er oplyst, men endnu ikke set, at borgeren kan løse opgaven" },
  { "code.prerequisites_present", "The prerequisites of a wage are presumed present", "Forudsætningerne for løn vurderes at være til stede" },
  { "code.prerequisites_unknown", "Whether the prerequisites of a wage are there has not been judged", "Det er ikke vurderet, om forudsætningerne for løn er til stede" },
  { "code.prospect_refused", "The employer will not hold out pay in prospect", "Arbejdspladsen vil ikke stille løn i udsigt" },
  { "code.hope_before_employer", "Ask the employer before raising the citizen's hope: pay is not settled", "Spørg arbejdspladsen, før borgerens håb vækkes: løn er ikke afklaret" },
  { "code.kindness_is_not_value", "The employer will pay, but no task is ready for pay: kindness is not value", "Arbejdspladsen vil betale, men ingen opgave er klar til løn: venlighed er ikke markedsværdi" },
  { "code.expectation_pressure", "Pressure of expectations: do not let pay become one more demand", "Forventningspres: lad ikke løn blive endnu et krav til borgeren" },
  { "code.total_load", "Look at the total load of everything the citizen takes part in", "Se på den samlede belastning af alt det, borgeren deltager i" },
  { "code.restitution", "Leave time to recover between working days", "Giv tid til restitution mellem arbejdsdagene" },
  { "code.effectiveness_below_paid", "Every hour present is paid, but output is below that of a colleague: agree on it openly", "Der betales for fremmøde, men udbyttet er under en kollegas: tal åbent om det" },
  { "code.same_task_split", "Paid and practice hours lie on the same task: agree which are which", "Løn og praktik ligger i samme opgave: aftal, hvilke timer der er hvad" },
  { "code.hybrid_not_understood", "Pay and practice side by side is hard to understand here: talk of a plain part-time job", "Løn og praktik side om side er svært at forstå her: tal om et almindeligt deltidsjob" },
  { "code.fleksjob_plan_first", "The employer wants a fleksjob: make a plan for that first", "Arbejdspladsen ønsker et fleksjob: læg en plan for det først" },
  { "code.check_gate_first", "{subject} – find out first", "{subject} – afklar det først" },
  { "code.informed_choice", "The citizen is to choose, knowing what it means", "Borgeren skal vælge og vide, hvad valget betyder" },
  { "code.attendance_in_practice", "Attendance in practice is low; that alone does not speak against pay", "Fremmødet i praktik er lavt; det alene taler ikke imod løn" },
  { "code.attendance_when_paid", "Attendance is low in paid hours: find out why", "Fremmødet er lavt i løntimer: find ud af hvorfor" },
  { "code.contact_person", "Agree on one fixed contact person at the workplace", "Aftal én fast kontaktperson på arbejdspladsen" },
  { "code.few_hours_pay_delay", "With few paid hours pay may be slow to be felt: say when the first comes", "Med få løntimer kan lønnen lade vente på sig: fortæl, hvornår den første kommer" },
  { "code.contract_duty", "So many paid hours call for a written contract", "Til så mange løntimer hører en skriftlig kontrakt" },
  { "code.growth", "Hours can grow: agree when to look at it again", "Timerne kan vokse: aftal, hvornår I ser på det igen" },
  { "code.transport_fragile", "Transport is fragile: agree what to do when it fails", "Transporten er sårbar: aftal, hvad der sker, når den svigter" },
  { "code.purpose_other_than_pay", "The course has another purpose than pay for now", "Forløbet har lige nu et andet formål end løn" },
  { "code.over_demand", "{subject} – the task demands more than the citizen can today", "{subject} – opgaven kræver mere, end borgeren kan i dag" },
  { "code.under_demand", "The task demands far less than the citizen can", "Opgaven kræver langt mindre, end borgeren kan" },
  { "code.carve", "Without this task it would fit: ask whether it can be left out", "Uden denne opgave er der et match: spørg, om den kan skæres fra" },
};
/* clang-format on */

static const Row *
row_find (const char *key)
{
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].key, key) == 0)
      return &rows[i];
  return NULL;
}

const char *
text_get (Language language, const char *key)
{
  const Row *row = row_find (key);

  if (row == NULL)
    return key;
  return language == LANGUAGE_DA ? row->da : row->en;
}

bool
text_exists (const char *key)
{
  return row_find (key) != NULL;
}

const char *
text_named (Language language, const char *prefix, const char *name)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);
  const Row *row = row_find (key);

  if (row == NULL)
    return name;
  return language == LANGUAGE_DA ? row->da : row->en;
}

const char *
language_get_name (Language language)
{
  return language == LANGUAGE_DA ? "da" : "en";
}

Language
language_from_environment (void)
{
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *value = g_getenv (names[i]);

    if (value != NULL && *value)
      return g_str_has_prefix (value, "da") ? LANGUAGE_DA : LANGUAGE_EN;
  }
  return LANGUAGE_EN;
}

bool
language_from_name (const char *name, Language *language)
{
  const bool danish = strcmp (name, "da") == 0;

  if (!danish && strcmp (name, "en") != 0)
    return false;
  *language = danish ? LANGUAGE_DA : LANGUAGE_EN;
  return true;
}
