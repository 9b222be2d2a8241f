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
  { "about.explain", "Explain a match in words to the caseworker, the citizen or the employer, as\ntext, as a page of HTML or as JSON. The citizen reads nothing before it is\nreleased; the employer reads of tasks and hours alone.",
    "Forklar et match med ord til sagsbehandleren, borgeren eller arbejdsgiveren,\nsom tekst, som en HTML-side eller som JSON. Borgeren læser intet, før det er\nfrigivet; arbejdsgiveren læser kun om opgaver og timer." },
  { "about.replay", "Score a record again and compare byte by byte: engine, model, citizen, opening,\npolicy, vocabulary and result. The status is 1 when anything differs.",
    "Beregn en journal igen og sammenlign byte for byte: program, model, borger,\njobåbning, politik, ordforråd og resultat. Status er 1, når noget afviger." },
  { "about.diff", "Compare two matches, or the matches of two records: what changed, and why the\nscore moved. The status is 1 when they differ.",
    "Sammenlign to match, eller matchene i to journaler: hvad der er ændret, og\nhvorfor scoren har flyttet sig. Status er 1, når de er forskellige." },
  { "about.check", "Check documents of any kind, one a file or one a line (NDJSON), and tell every\nfault with its place.",
    "Kontrollér dokumenter af enhver art, ét pr. fil eller ét pr. linje (NDJSON), og\nfortæl om hver fejl og dens sted." },
  { "about.rank", "For every citizen the best openings, or for every opening the best citizens.\nPairs without a score are left out; --why and --summary count them.",
    "For hver borger de bedste jobåbninger, eller omvendt de bedste borgere til hver\njobåbning. Kombinationer uden score udelades; --why og --summary tæller dem." },
  { "about.pack", "Pack a caseload or a market into a file that rank reads without parsing it. The\nfile is for this machine and its like; documents are what is kept.",
    "Pak borgere eller jobåbninger i en fil, som rank læser uden at tolke den. Filen\ner til denne og lignende maskiner; dokumenterne er det, man gemmer." },
  { "about.policy", "Print the weights, shares, priors and thresholds in force.",
    "Skriv de vægte, andele, forhåndsværdier og grænser, der gælder." },
  { "about.vocabulary", "Print the conditions, gates and competence concepts known, or make a vocabulary\nof an official ESCO release in CSV.",
    "Skriv de kendte forhold, formelle krav og kompetencer, eller lav et ordforråd\naf en officiel ESCO-udgave i CSV." },
  { "about.schema", "Print the JSON Schema of a kind of document: citizen, opening, policy,\nvocabulary, match, explanation, record or difference.",
    "Skriv JSON Schema for en slags dokument: citizen, opening, policy,\nvocabulary, match, explanation, record eller difference." },
  { "short.match", "match one citizen with one opening", "match én borger med én jobåbning" },
  { "short.explain", "explain a match in words to one reader", "forklar et match med ord til én læser" },
  { "short.replay", "score a record again and compare", "beregn en journal igen og sammenlign" },
  { "short.diff", "what changed between two matches", "hvad der er ændret mellem to match" },
  { "short.check", "check documents and tell every fault", "kontrollér dokumenter og fortæl om hver fejl" },
  { "short.rank", "the best openings or citizens for each", "de bedste jobåbninger eller borgere til hver" },
  { "short.pack", "pack a caseload or a market into a file", "pak borgere eller jobåbninger i en fil" },
  { "short.policy", "print the policy in force", "skriv den gældende politik" },
  { "short.vocabulary", "print the vocabulary, or make one of ESCO", "skriv ordforrådet, eller lav et af ESCO" },
  { "short.schema", "print the JSON Schema of a document", "skriv JSON Schema for et dokument" },
  { "example.match", "smaajob match citizen.json opening.json --lang en", "smaajob match borger.json job.json --lang da" },
  { "example.explain", "smaajob explain citizen.json opening.json --reader employer --lang en",
    "smaajob explain borger.json job.json --reader employer --lang da" },
  { "example.replay", "smaajob replay record.json --lang en", "smaajob replay journal.json --lang da" },
  { "example.diff", "smaajob diff before.json after.json --page", "smaajob diff foer.json efter.json --page" },
  { "example.check", "smaajob check citizens.ndjson policy.json", "smaajob check borgere.ndjson politik.json" },
  { "example.rank", "smaajob rank --citizens c.ndjson --openings o.ndjson --by citizen --top 3",
    "smaajob rank --citizens b.ndjson --openings j.ndjson --by citizen --top 3" },
  { "example.pack", "smaajob pack --openings o.ndjson -o o.packed",
    "smaajob pack --openings j.ndjson -o j.pakket" },
  { "example.policy", "smaajob policy -o policy.json", "smaajob policy -o politik.json" },
  { "example.vocabulary", "smaajob vocabulary --from-esco ESCO-v1.2.0-csv -o esco.json", "smaajob vocabulary --from-esco ESCO-v1.2.0-csv -o esco.json" },
  { "example.schema", "smaajob schema citizen", "smaajob schema citizen" },
  { "help.usage", "Usage", "Brug" },
  { "help.options", "options", "valg" },
  { "help.example", "Example", "Eksempel" },
  { "help.more", "smaajob COMMAND --help tells the options of one command; smaajob --version the version.\nThe manual page is smaajob(1).",
    "smaajob KOMMANDO --help viser valgene for en kommando; smaajob --version versionen.\nManualsiden er smaajob(1), på engelsk." },
  { "help.model", "model", "model" },
  { "option.citizens", "NDJSON, for rank also a packed file; - is stdin", "NDJSON, til rank også en pakket fil; - er stdin" },
  { "option.openings", "openings, in the same way", "jobåbninger, på samme måde" },
  { "option.by", "one list for each citizen, or for each opening", "en liste for hver borger eller for hver jobåbning" },
  { "option.top", "length of each list, 1–1000000 (10)", "længden af hver liste, 1–1000000 (10)" },
  { "option.threads", "threads, 1–256 (1); the result is the same", "tråde, 1–256 (1); resultatet er det samme" },
  { "option.skip-bad", "leave bad documents out, and count them", "udelad dokumenter med fejl, og tæl dem" },
  { "option.why", "instead of lists, count what blocks the pairs", "tæl i stedet for lister, hvad der står i vejen" },
  { "option.summary", "instead of lists, one page on all of them", "i stedet for lister én side om dem alle" },
  { "option.csv", "CSV with a head instead of JSON", "CSV med overskrifter i stedet for JSON" },
  { "option.errors", "write every bad document's fault to FILE, NDJSON", "skriv hver fejl til FILE som NDJSON" },
  { "option.reader", "whom it is for (caseworker)", "hvem det er til (caseworker)" },
  { "option.html", "one page of HTML; for rank with --summary", "en HTML-side; for rank med --summary" },
  { "option.released", "the citizen may read it", "borgeren må læse det" },
  { "option.disclosed", "conditions that the employer may know of", "forhold, som arbejdsgiveren må kende" },
  { "option.policy", "a policy that overrides the defaults", "en politik, der ændrer standarden" },
  { "option.vocabulary", "a vocabulary on top of the built-in one; repeatable", "et ordforråd oven på det indbyggede; kan gentages" },
  { "option.from-esco", "make a vocabulary of the ESCO release in DIR", "lav et ordforråd af ESCO-udgaven i DIR" },
  { "option.travel-minutes", "minutes each way, instead of from the locations", "minutter hver vej, i stedet for ud fra stederne" },
  { "option.record", "write a record of the match to FILE, a new one", "skriv en journal om matchet til FILE, en ny fil" },
  { "option.actor", "who has the record made", "hvem der laver journalen" },
  { "option.time", "when (now)", "hvornår (nu)" },
  { "option.digests-only", "keep the citizen and the opening out of the record", "hold borger og jobåbning ude af journalen" },
  { "option.override-verdict", "what the professional decides instead", "det resultat, fagpersonen vælger i stedet" },
  { "option.override-advice", "what the professional advises instead", "det råd, fagpersonen giver i stedet" },
  { "option.override-reason", "the reason, an id and never free text", "begrundelsen, et id og aldrig fri tekst" },
  { "option.citizen", "the citizen, instead of the one in the record", "borgeren, i stedet for den i journalen" },
  { "option.opening", "the opening, instead of the one in the record", "jobåbningen, i stedet for den i journalen" },
  { "option.json", "JSON also on a terminal", "JSON også på en terminal" },
  { "option.page", "a readable page also when not on a terminal", "en læselig side også uden terminal" },
  { "option.output", "write to FILE, not one that is read: all or nothing", "skriv til FILE, ikke en, der læses: alt eller intet" },
  { "option.lang", "language of what people read, but for faults", "sproget i det, mennesker læser, på nær fejl" },
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
  { "usage.stdin", "only one of what is read can be standard input", "kun én af de læste filer kan være standardinput" },
  { "usage.same", "%s and %s are one file", "%s og %s er samme fil" },
  { "usage.record", "--record: %s is there already, and a record is kept: name a new file, or remove that one first",
    "--record: %s findes allerede, og en journal bevares: angiv en ny fil, eller fjern den gamle først" },
  { "usage.needs", "%s is missing", "%s mangler" },
  { "output.stdout", "standard output", "standardoutput" },
  /* check and rank */
  { "check.good", "Documents: %u. No faults.", "Dokumenter: %u. Ingen fejl." },
  { "check.bad", "Documents: %u. Faults: %u.", "Dokumenter: %u. Fejl: %u." },
  /* behind a message that says the same in English */
  { "report.encoding", "", " (gem teksten som UTF-8 uden byte order mark)" },
  { "rank.skipped", "Bad documents left out: %u", "Udeladte dokumenter med fejl: %u" },
  { "rank.none_left", "Bad documents: %u. None would be left, so nothing is written.",
    "Dokumenter med fejl: %u. Ingen ville være tilbage, så intet bliver skrevet." },
  { "rank.left_out", "Left out, without a score", "Udeladt, uden score" },
  { "rank.empty_lists", "Lists without a pair that has a score: %u of %u", "Lister uden en kombination med score: %u af %u" },
  { "rank.no_citizens", "No citizens, so no lists", "Ingen borgere, så ingen lister" },
  { "rank.no_openings", "No openings, so no lists", "Ingen jobåbninger, så ingen lister" },
  { "rank.more", "%u more; smaajob check tells all of them", "%u mere; smaajob check fortæller dem alle" },
  { "rank.pairs", "pairs", "kombinationer" },
  { "progress.documents", "documents", "dokumenter" },
  { "progress.left", "%.0f s left", "%.0f s tilbage" },
  { "pack.first", "Packing ends at the first; smaajob check tells all of them, and --skip-bad leaves\nthem out.",
    "Pakningen slutter ved den første; smaajob check fortæller dem alle, og --skip-bad\nudelader dem." },
  { "pack.packed", "packed already, expected documents", "er allerede pakket, forventede dokumenter" },
  { "rank.citizen", "Citizen %s", "Borger %s" },
  { "rank.opening", "Opening %s", "Jobåbning %s" },
  { "rank.head.citizen", "citizen", "borger" },
  { "rank.head.opening", "opening", "jobåbning" },
  { "rank.head.verdict", "verdict", "resultat" },
  { "rank.head.score", "score", "score" },
  { "rank.head.bounds", "low–high", "lav–høj" },
  { "rank.head.coverage", "known", "kendt" },
  { "why.pairs", "pairs", "i alt" },
  { "why.with_score", "scored", "scoret" },
  { "why.blocked", "blocked", "umulige" },
  { "why.commonest", "most often", "oftest" },
  { "summary.title.citizen", "Citizens: %s. Pairs: %s.", "Borgere: %s. Kombinationer: %s." },
  { "summary.title.opening", "Openings: %s. Pairs: %s.", "Jobåbninger: %s. Kombinationer: %s." },
  { "summary.best.citizen", "Citizens by their best opening with a score", "Borgere efter deres bedste jobåbning med score" },
  { "summary.best.opening", "Openings by their best citizen with a score", "Jobåbninger efter deres bedste borger med score" },
  { "summary.blockers", "What blocks the pairs", "Det, der gør kombinationer umulige" },
  { "summary.unknowns", "What decides for the unclear", "Det, der afgør de uafklarede" },
  { "summary.of", ", of %s", ", af %s" },
  { "summary.in_full", " – every pair of %s", " – alle kombinationer for %s" },
  { "summary.without_score", "no pair with a score, and not every pair blocked", "ingen kombination med score, og ikke alle er umulige" },
  { "summary.nothing", "nothing", "intet" },
  { "summary.html.title.citizen", "Summary of the citizens", "Overblik over borgerne" },
  { "summary.html.title.opening", "Summary of the openings", "Overblik over jobåbningerne" },
  { "summary.html.citizens", "citizens", "borgere" },
  { "summary.html.openings", "openings", "jobåbninger" },
  { "summary.html.pairs", "pairs", "kombinationer" },
  { "summary.html.number", "number", "antal" },
  { "summary.html.share", "share", "andel" },
  { "summary.html.blocker", "blocker", "årsag" },
  { "summary.html.in_full.citizen", "citizens with every pair blocked by it: %s", "borgere, hvor det gælder alle jobåbninger: %s" },
  { "summary.html.in_full.opening", "openings with every pair blocked by it: %s", "jobåbninger, hvor det gælder alle borgere: %s" },
  { "summary.html.unknown", "unknown", "ukendt" },
  { "summary.html.about.best.citizen", "Each citizen counts once; the shares are of all of them.",
    "Hver borger tæller én gang; andelene er af dem alle." },
  { "summary.html.about.best.opening", "Each opening counts once; the shares are of all of them.",
    "Hver jobåbning tæller én gang; andelene er af dem alle." },
  { "summary.html.about.blockers", "Of a pair several may stand in the way; the shares are of all pairs.",
    "Der kan være flere årsager for én kombination; andelene er af alle kombinationer." },
  { "summary.html.about.unknowns.citizen",
    "Asked of the best unclear opening of each citizen who has nothing better, %s in all; several may decide. The shares are of these citizens.",
    "Spurgt om den bedste uafklarede jobåbning for hver borger, der ikke har noget bedre, i alt %s; flere ting kan være afgørende. Andelene er af disse borgere." },
  { "summary.html.about.unknowns.opening",
    "Asked of the best unclear citizen of each opening that has nothing better, %s in all; several may decide. The shares are of these openings.",
    "Spurgt om den bedste uafklarede borger for hver jobåbning, der ikke har noget bedre, i alt %s; flere ting kan være afgørende. Andelene er af disse jobåbninger." },
  { "summary.html.shown", " The %u commonest of %u are shown.", " De %u hyppigste af %u er vist." },
  { "summary.html.footer", "Shares are in whole per cent. Nobody is named here; yet where there are few, a number can tell of one person.",
    "Andelene er i hele procent. Ingen er nævnt her, men hvor der er få, kan et tal røbe noget om én person." },
  { "blocker.gate_refused", "a gate is not passed", "formelt krav mangler" },
  { "blocker.choice_declined", "the citizen has declined", "borgeren har sagt nej" },
  { "blocker.no_task_within_reach", "no task is within reach", "ingen opgave inden for rækkevidde" },
  { "blocker.no_common_time", "no time in common", "ingen fælles tid" },
  { "blocker.load_exceeded", "no hours are left", "ingen timer tilbage" },
  { "blocker.travel_too_far", "too far to travel", "for lang transport" },
  { "blocker.pay_refused", "pay is refused", "løn er afvist" },
  { "blocker.practice_refused", "practice is refused", "praktik er afvist" },
  { "blocker.need_refused", "a need is refused", "skånebehov ikke dækket" },
  { "unknown.choice_unknown", "the citizen's own choice", "borgerens eget valg" },
  { "unknown.needs_unknown", "the needs", "skånebehovene" },
  { "unknown.hours_unknown", "the citizen's hours", "borgerens timer" },
  { "unknown.committed_unknown", "hours that are taken already", "timer, der allerede er optaget" },
  { "unknown.availability_unknown", "when the citizen can work", "hvornår borgeren kan arbejde" },
  { "unknown.travel_unknown", "how the citizen travels", "borgerens transport" },
  { "unknown.journey_unknown", "how long the journey is", "hvor lang transporten er" },
  { "unknown.effectiveness_unknown", "the effectiveness", "effektiviteten" },
  { "unknown.prerequisites_unknown", "the prerequisites", "forudsætningerne" },
  { "unknown.purpose_unknown", "the purpose", "formålet" },
  { "unknown.opening_hours_unknown", "the hours of the opening", "jobåbningens timer" },
  { "unknown.task_hours_unknown", "the hours of a task", "en opgaves timer" },
  { "unknown.windows_unknown", "when a task is done", "hvornår en opgave udføres" },
  { "unknown.requirements_unknown", "what a task requires", "hvad en opgave kræver" },
  { "unknown.term_unknown", "whether a term is agreed to", "om et vilkår er i orden" },
  { "unknown.weekly_variation_unknown", "whether the weeks may vary", "om ugerne må variere" },
  { "unknown.sector_unknown", "the sector", "branchen" },
  { "rank.empty", "no pair with a score", "ingen kombination med score" },
  /* esco */
  { "esco.folder", "not a folder", "er ikke en mappe" },
  { "esco.file", "not in the ESCO folder: expected %s or %s", "findes ikke i ESCO-mappen: forventede %s eller %s" },
  /* the page: what is not of the explanation itself */
  { "page.met", "Speaks for", "Taler for" },
  { "page.short", "Speaks against", "Taler imod" },
  { "page.unknown", "Not known", "Ved vi ikke" },
  { "page.weight", "weight", "vægt" },
  { "page.costs", "costs", "koster" },
  { "page.value", "value", "værdi" },
  { "page.bounds_head", "low–high", "lav–høj" },
  { "page.ask_employer", "(ask the employer)", "(spørg arbejdspladsen)" },
  { "page.ask_citizen", "(ask the citizen)", "(spørg borgeren)" },
  { "page.ask_caseworker", "(to be judged)", "(vurderes)" },
  { "page.decides", " – can change the result", " – kan ændre resultatet" },
  { "page.decides_with", " – can change the result with other answers", " – kan ændre resultatet sammen med andre svar" },
  /* replay and diff */
  { "replay.record", "Recorded %s by %s, engine %s, model %s", "Journal fra %s af %s, program %s, model %s" },
  { "replay.override", "%s decided otherwise: %s; reason %s", "%s besluttede noget andet: %s; begrundelse %s" },
  { "diff.pair", "Citizen %s, opening %s", "Borger %s, jobåbning %s" },
  { "diff.same", "The same, byte by byte.", "Det samme, byte for byte." },
  { "diff.differs", "What differs:", "Forskelligt:" },
  { "diff.engine", "engine", "program" },
  { "diff.model", "model", "model" },
  { "diff.citizen", "citizen", "borger" },
  { "diff.opening", "opening", "jobåbning" },
  { "diff.policy", "policy", "politik" },
  { "diff.vocabulary", "vocabulary", "ordforråd" },
  { "diff.result", "result", "resultat" },
  { "diff.score", "score", "score" },
  { "diff.potential", "potential", "potentiale" },
  { "diff.low", "low", "lav" },
  { "diff.high", "high", "høj" },
  { "diff.coverage", "known", "kendt" },
  { "diff.no_score", "none", "ingen" },
  { "diff.why", "Why the score moved", "Derfor flyttede scoren sig" },
  { "diff.sum", "in all", "i alt" },
  { "diff.no_sum", "One of the two has no score, so the points have no sum.", "Den ene har ingen score, så pointene har ingen sum." },
  { "diff.not_moved", "It did not move.", "Den flyttede sig ikke." },
  { "diff.blockers", "Stands in the way", "Står i vejen" },
  { "diff.timing", "When to bring up pay", "Hvornår løn?" },
  { "diff.tasks", "Tasks", "Opgaver" },
  { "diff.week", "The week", "Ugen" },
  { "diff.attention", "Pay attention to", "Vær opmærksom på" },
  { "diff.not_there", "not there", "findes ikke" },
  { "diff.no_plan", "nothing planned", "intet planlagt" },
  { "diff.hours", "%s paid, %s in practice", "%s med løn, %s i praktik" },
  { "diff.criterion.competence", "Competence", "Kompetencer" },
  { "diff.criterion.accommodation", "Accommodation", "Skånebehov" },
  { "diff.criterion.hours_employer", "Hours, employer", "Timer, arbejdsplads" },
  { "diff.criterion.hours_citizen", "Hours, citizen", "Timer, borger" },
  { "diff.criterion.wish", "Wishes", "Ønsker" },
  { "diff.criterion.travel", "Travel", "Transport" },
  { "diff.task.paid", "ready for pay", "klar til løn" },
  { "diff.kind.paid", " with pay", " med løn" },
  { "diff.kind.partly", ", partly paid", ", delvis med løn" },
  { "diff.kind.practice", " in practice", " i praktik" },
  { "diff.task.practice", "in practice", "i praktik" },
  { "diff.task.unclear", "unclear", "uafklaret" },
  { "diff.task.out_of_reach", "out of reach", "uden for rækkevidde" },
  { "diff.advice.paid_now", "pay from the start", "løn fra starten" },
  { "diff.advice.practice_first", "practice first", "praktik først" },
  { "diff.advice.wage_in_prospect", "hold pay out in prospect", "stil løn i udsigt" },
  { "diff.advice.ask_first", "ask first", "spørg først" },
  { "diff.advice.not_now", "no talk of pay now", "ikke løn nu" },
  { "unit.hours", "h", "t" },
  { "verdict.fit", "fit", "passer" },
  { "verdict.practice_only", "practice only", "kun praktik" },
  { "verdict.unclear", "unclear", "uafklaret" },
  { "verdict.blocked", "blocked", "ikke muligt" },
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

Language
language_from_name (const char *name)
{
  return strcmp (name, "da") == 0 ? LANGUAGE_DA : LANGUAGE_EN;
}
