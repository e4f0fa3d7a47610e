/** What the list of whole words is made by beside WordNet and the vocabulary (`scripts/whole-words.ts`). */

/** Beginnings that are set before a word with a hyphen or without: "pre-operative" at a line end may be either, and stays as it is printed. */
export const FREE_PREFIXES =
  'anti co counter extra inter intra mid multi non over peri post pre re self semi sub super trans ultra under'.split(' ');

/** Words that WordNet, which has no words of grammar and few of medicine, does not hold. */
export const ADDED = `
  although because before behind beside between beyond cannot could during either every everything except whether himself herself itself
  myself themselves ourselves yourself neither nothing otherwise should since someone something than that these those them they this through
  throughout toward towards unless until upon versus what whatever when whenever where whereas wherever which while whose with within without
  would
  acromioplasty adductor allodynia anatomically anterolateral anterolisthesis antalgic arthroplasties arthroscopic arthroscopically atlantoaxial
  audiological biceps bicipital brachioradialis bupivacaine bursectomy calcaneofibular calcific causation cervicalgia cervicogenic
  cervicothoracic chiropractically chondromalacia chondroplasty clinically comorbid comorbidity coracoacromial costochondral crepitus
  cubital debridement degenerative deltoid dermatomal dermatome dermatomes detoxification devascularization diagnostically discectomy discogenic
  discogram discography dorsalgia dorsiflexion dysesthesia dysesthesias dyspepsia effusion electroacupuncture electrodiagnostic
  electrodiagnostics electromyography electromyographic electromyogram encroachment enthesopathy epicondylar epicondylitis epidural
  epidurogram ergonomic esophagitis extensor facetogenic fasciitis fibromyalgia fluoroscopic fluoroscopically fluoroscopy foraminal
  foraminotomy functionally gastrointestinal glenohumeral hemarthrosis hemilaminectomy hemilaminotomy hepatotoxicity herniation herniations
  hyperalgesia hyperextension hyperpigmented hyperreflexia hypertonicity hypesthesia hypoesthesia iliopsoas iliotibial impingement
  infraspinatus infrapatellar interarticular instability ketoprofen labral laminotomy lateralization licensure listhesis lumbosacral
  macrotears malalignment malunion medically metatarsalgia microdiscectomy micromanaged microtears monofilament monotherapy morphine
  musculoligamentous musculoskeletal myelopathy myelopathic myofascial myoligamentous myospasm myospasms myotendinous myotomal myotome
  neurodiagnostic neuroforaminal neuroimaging neurologic neurological neurologically neurolysis neuropathic neurosurgeon neurosurgical
  neurovascular nociceptive nonunion occupationally orthopaedic orthopedically orthoses orthotic orthotics osteochondral osteonecrosis
  osteophyte osteophytes osteophytic palpation paracervical paradiscal paralumbar paraspinal paraspinals paraspinous parasthesias parathoracic
  paravertebral paresthesia paresthesias pars patellofemoral phonophoresis plantarflexion plexopathy polypharmacy polyradiculopathy
  posterolateral posteromedial postherpetic practitioner prepatellar predominately proximally psychiatric psychosocial psychotherapy
  quadriceps radiculitis radicular radiculopathy radiculopathies radiofrequency radiographic radiographically radiologically rationale
  recertification rehabilitative retrolisthesis retropatellar retroperitoneal retrospectively sacroiliac sacroiliitis scapholunate scapular
  scapulothoracic scintigraphy sclerosis sensorimotor sensorineural spinous spondylitic spondylolisthesis spondylolysis spondylosis spondylotic
  sprain stenosis sternoclavicular subacromial subchondral subluxation suboccipital subscapularis supraspinatus supraventricular symptomatology
  syndesmotic synovectomy synovitis talofibular tendinitis tendinopathy tendinosis tenderness tenodesis tenolysis tenosynovitis teres
  therapeutically thoracolumbar tibiofibular tibiotalar tolerability trapezii trapezius trapezial tricompartmental trigger trochanteric
  unicompartmental unilateral urologic utilization uncovertebral ventrolateral vertebroplasty viscosupplementation weightbearing
`
  .split(/\s+/)
  .filter((word) => word !== '');
