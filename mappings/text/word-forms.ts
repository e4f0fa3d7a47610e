/**
 * What Porter's steps get wrong of plurals and tenses, as data. A row is the words of one family, the first of them their stem; rows are
 * parted by commas. A word stands in one row only. `test/mappings/text/merges.txt` shows what is one with all this: read it after a change.
 *
 * Not here: forms that are mostly another word ("left", "saw", "wound", "led", "born", "lives", "bases"), "people" (no inflection of
 * "person"), and spellings ("orthopaedic").
 */

/** Plurals that no rule makes: irregular ones, and the Latin and Greek ones of the field. */
const PLURALS = `
  foot feet, tooth teeth, child children, man men, woman women, workman workmen, foreman foremen, half halves, calf calves,
  knife knives, wife wives, shelf shelves, self selves, mouse mice, criterion criteria, phenomenon phenomena,
  ganglion ganglia ganglions, bacterium bacteria, datum data, addendum addenda addendums, memorandum memoranda memorandums,
  serum sera serums, septum septa septums, labrum labra labrums, acetabulum acetabula, retinaculum retinacula,
  diverticulum diverticula, atrium atria, spectrum spectra, curriculum curricula, vertebra vertebrae vertebras,
  bursa bursae bursas, scapula scapulae scapulas, fibula fibulae fibulas, tibia tibiae tibias, ulna ulnae ulnas,
  patella patellae patellas, axilla axillae, lamina laminae laminas, fascia fasciae fascias, fossa fossae, trochlea trochleae,
  plica plicae plicas, hernia herniae hernias, sequela sequelae, fistula fistulae fistulas, papilla papillae,
  formula formulae formulas, larva larvae, phalanx phalanges, larynx larynges, pharynx pharynges, hallux halluces,
  index indices indexes indexed indexing, vertex vertices, apex apices, cortex cortices, appendix appendices appendixes,
  matrix matrices, thorax thoraces, helix helices, foramen foramina foramens, lumen lumina lumens, femur femora femurs, genu genua,
  stoma stomata stomas, hematoma hematomata hematomas, viscus viscera, corpus corpora, genus genera, meniscus menisci meniscuses,
  radius radii, humerus humeri, thrombus thrombi, embolus emboli, nucleus nuclei, stimulus stimuli, annulus annuli,
  malleolus malleoli, ramus rami, talus tali, bronchus bronchi, fungus fungi, bacillus bacilli,
  focus foci focuses focused focusing focussed focussing, locus loci, sulcus sulci, nevus nevi, tophus tophi, calculus calculi,
  callus calluses, plexus plexuses, sinus sinuses, virus viruses, bolus boluses, fetus fetuses, status statuses,
  apparatus apparatuses, consensus consensuses, bonus bonuses, bus buses, diagnosis diagnoses, prognosis prognoses,
  analysis analyses, urinalysis urinalyses, paralysis paralyses, neurolysis neurolyses, spondylolysis spondylolyses,
  adhesiolysis adhesiolyses, prosthesis prostheses, orthosis orthoses, arthrosis arthroses, metastasis metastases,
  stenosis stenoses, kyphosis kyphoses, lordosis lordoses, scoliosis scolioses, spondylosis spondyloses, thrombosis thromboses,
  necrosis necroses, sclerosis scleroses, tendinosis tendinoses, exostosis exostoses, anastomosis anastomoses, ankylosis ankyloses,
  ecchymosis ecchymoses, psychosis psychoses, neurosis neuroses, arthrodesis arthrodeses, tenodesis tenodeses,
  spondylolisthesis spondylolistheses, listhesis listheses, arthrocentesis arthrocenteses, thoracentesis thoracenteses,
  epiphysis epiphyses, diaphysis diaphyses, metaphysis metaphyses, apophysis apophyses, symphysis symphyses, paresis pareses,
  hemiparesis hemipareses, hypothesis hypotheses, thesis theses, synthesis syntheses, parenthesis parentheses, emphasis emphases,
  crisis crises, synopsis synopses, axis axes, testis testes, naris nares, iris irises, pelvis pelvises pelves,
  bias biases biased biasing, lens lenses, gas gases, atlas atlases, canvas canvases, arthritis arthritides
`;

/** Tenses that no rule makes, and verbs in -eed, -ie and short ones in -y, whose forms the steps tear apart. */
const TENSES = `
  arise arises arose arisen arising, bear bears borne bearing, become becomes became becoming, begin begins began begun beginning,
  bend bends bent bending, bleed bleeds bled bleeding, break breaks broke broken breaking, bring brings brought bringing,
  build builds built building, buy buys bought buying, catch catches caught catching, choose chooses chose chosen choosing,
  come comes came coming, deal deals dealt dealing, do does did done doing, draw draws drew drawn drawing,
  drink drinks drank drinking, drive drives drove driven driving, eat eats ate eaten eating, fall falls fell fallen falling,
  feel feels felt feeling, find finds found finding, forget forgets forgot forgotten forgetting, get gets got gotten getting,
  give gives gave given giving, go goes went gone going, grow grows grew grown growing, have has had having,
  hear hears heard hearing, hide hides hid hidden hiding, hold holds held holding, keep keeps kept keeping,
  kneel kneels knelt kneeled kneeling, know knows knew known knowing, lay lays laid laying, lose loses lost losing,
  make makes made making, mean means meant meaning, meet meets met meeting, overcome overcomes overcame overcoming,
  pay pays paid paying, ride rides rode ridden riding, rise rises risen rising, run runs ran running, say says said saying,
  see sees seen seeing, seek seeks sought seeking, sell sells sold selling, send sends sent sending,
  shake shakes shook shaken shaking, show shows showed shown showing, shrink shrinks shrank shrunk shrinking, sit sits sat sitting,
  sleep sleeps slept sleeping, slide slides slid sliding, speak speaks spoke spoken speaking, spend spends spent spending,
  stand stands stood standing, stick sticks stuck sticking, strike strikes struck striking, swear swears swore sworn swearing,
  swell swells swelled swollen swelling, swim swims swam swum swimming, swing swings swung swinging, take takes took taken taking,
  teach teaches taught teaching, tear tears tore torn tearing, tell tells told telling, throw throws threw thrown throwing,
  undergo undergoes underwent undergone undergoing, understand understands understood understanding,
  undertake undertakes undertook undertaken undertaking, uphold upholds upheld upholding, wake wakes woke woken waking,
  wear wears wore worn wearing, withdraw withdraws withdrew withdrawn withdrawing, withhold withholds withheld withholding,
  withstand withstands withstood withstanding, write writes wrote written writing, die dies died dying, lie lies lied lying,
  tie ties tied tying, underlie underlies underlying, overlie overlies overlying, cry cries cried crying, dry dries dried drying,
  fly flies flew flown flying, fry fries fried frying, try tries tried trying, sky skies, ski skis skied skiing,
  dye dyes dyed dyeing, add adds added adding, err errs erred erring, cuff cuffs cuffed cuffing, staff staffs staffed staffing,
  stuff stuffs stuffed stuffing, sniff sniffs sniffed sniffing, puff puffs puffed puffing, butt butts butted butting,
  age ages aged aging ageing, free frees freed freeing, exceed exceeds exceeded exceeding,
  proceed proceeds proceeded proceeding proceedings, succeed succeeds succeeded succeeding, feed feeds fed feeding, bite bites bitten biting, echo echoes echoed echoing
`;

/**
 * Words that the steps would make one with another: "paste" with "past", "use" with "us", "evening" with "even", "vagus" with "vague",
 * and short names in -s with shorter ones ("CRPS" is no plural of "CRP", nor "CTS" of "CT"). The other one keeps the stem that the steps give.
 */
const APART = `
  bathe bathes bathed bathing, breathe breathes breathed breathing, clothe clothes clothed clothing,
  sheathe sheathes sheathed sheathing, soothe soothes soothed soothing, teethe teethes teethed teething,
  paste pastes pasted pasting, baste bastes basted basting, lunge lunges lunged lunging, tense tenses tensed tensing,
  unite unites united uniting, use uses used using, secrete secretes secreted secreting, sever severs severed severing,
  automate automates automated automating, aide aides, ace aces, ale ales, ape apes, axe axed, caste castes, diplomate diplomates,
  envelope envelopes, finale finales, forte fortes, heroine heroines, humane, ice ices iced icing, locale locales, lathe lathes,
  morale, one ones, ore ores, ode odes, puree purees pureed, quite, rationale rationales, route routes routed routing, severe,
  silicone silicones, suite suites, urbane, artiste artistes, vigilante vigilantes, demure, regale regales regaled, germane,
  singe singes singed, tinge tinges tinged, maine, pointe, psyche psyches, vague vaguer, masse, passe, torte tortes, karate,
  virtue virtues, are, carte, premiere premieres, loathe loathes loathed loathing, emphasise emphasises emphasised emphasising,
  hypothesise hypothesises hypothesised hypothesising, synthesise synthesises synthesised synthesising,
  metastasise metastasises metastasised metastasising, according, bedding, evening evenings, fleeting, footing, herring herrings,
  morning mornings, railing railings, stocking stockings, willing, during, outing outings, rugged, ragged, wicked, crooked, als,
  ans, dos, gens, his, its, los, mrs, news, nos, pes, plus, pus, ras, sometimes, sos, species, tens, this, thus, tos, vagus, vas,
  was, yes, aans, acs, ame, aps, cms, cns, crps, cts, dcs, eds, ems, fms, ics, idds, mps, ncs, nys, pns, rls, ros, scs, sps, tms,
  tts, uds, pens, asis, psis, https, johns, goods, mores, argus, alas, harris, davis, paris
`;

/** Families of words, each as words parted by a blank; the first is the stem of all. */
export const WORD_FORMS: readonly string[] = [PLURALS, TENSES, APART].flatMap((rows) => rows.split(',').map((row) => row.trim()));
