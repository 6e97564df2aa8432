/** Acronyms whose small letters spell a word, a unit or a name: these are never put into capitals. */
export const ambiguous: ReadonlySet<string> = new Set(
  (
    'app bert bios gru lan raid slam ' +
    'add aids all ally am an and any apt are arm art as ask at bad bang base bat be best big bit blast boot bot but by ' +
    'call can care case cat chip clip clue code cool core cost cot cut dance dare data dean deep did dim do doc dot ' +
    'ease east era fact fair far fast fat fed fin fit flip fog for fun gas gem get glue go gold grit had has hat he ' +
    'hip his hit hot how hub id if in is it its jet kit lama lamb last law led less let lima lime link log long look ' +
    'loop love mad mail man map mars mask max me mean mine mit mix mob moe mom more most need new next no nor not now ' +
    'nut of off old on one op or our out pad page pair palm pan pass path per pet pi pick pie pin pipe plan plus pod ' +
    'pop pot pro put quest rag ram ran rat raw ray react real red rest rich rift rip rope run saas safe said sail sat ' +
    'save say sea see self set she sit so soar solar son spark spin star start step stop sum sun swag sweet tab tag ' +
    'talk tap tar task tea ten test text the tin tip to too top toy two up us use van via was way we web who wide win ' +
    'wise wit woe word work yes yet you zero'
  ).split(' '),
);

/** Everyday words of technical talks: in capitals they were shouted by the recogniser, not meant as acronyms. */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'ability about absolute abstract academic accept access accessible account accuracy accurate achieve across action ' +
    'active activation actually adapt adapter adaptive adaptation adversarial agent agents aggregate algorithm ' +
    'algorithms align aligned alignment allow almost already also always analysis annotation answer anything appear ' +
    'application applications approach architecture architectures argument artificial assistant assume attention audio ' +
    'augmentation augmented author auto automatic automatically autonomous autoregressive available average awesome ' +
    'balance baseline basic batch because become before begin behavior behind believe bench benchmark benchmarks ' +
    'beneficial benefit better between bias block blocks book both bottleneck branch break bridge brief bring browser ' +
    'budget buffer build building business cache calculate calibration candidate capability capabilities capacity ' +
    'caption careful category causal center chain challenge chance change channel character chat check checkpoint ' +
    'children choice choose chunk claim class classification classifier classic clean clear client close cloud cluster ' +
    'code coding cognitive collaboration collection color column combine come comment commercial common community ' +
    'company compare comparison compile complete complex complexity component compose composition compress compression ' +
    'compute computer computing concept condition conditional conference confidence configuration configure connect ' +
    'connection consider consistency consistent constraint consumer content context continue continuous contrast ' +
    'contrastive contribution control conversation convert convolution copy core corpus correct correlation cost count ' +
    'course cover coverage create creative critical cross culture curation current curriculum curve custom customer ' +
    'cycle data database dataset datasets debate debug decay decide decision decoder decoding deep default define ' +
    'definition degree demand demo dense density deploy deployment depth describe description design detail detect ' +
    'detection deterministic develop developer development device dialog dialogue difference different difficult ' +
    'diffusion digital dimension dimensions direct direction discover discrete discussion distance distill ' +
    'distillation distributed distribution diverse diversity document domain double download draft drive driven drop ' +
    'dropout during dynamic early easy edge edit effect effective effectively efficiency efficient efficiently effort ' +
    'element embed embedding embeddings embodied emergent emergence empirical enable encode encoder encoding end ' +
    'energy engine engineer engineering english enough ensemble enter entire entity entropy environment episode epoch ' +
    'equal error estimate evaluate evaluation even event every everyone everything evidence evolution exact exactly ' +
    'example examples exist expand expect experience experiment experiments expert experts explain explicit ' +
    'exploration explore exponential express expressive extend extension external extract extraction face fact factor ' +
    'failure fair false family fast faster feature features feedback feel feel few field figure file filter filtering ' +
    'final find fine finetune finetuning first fixed flash flexible float flow focus follow following format forward ' +
    'foundation fraction frame framework free frequency frontier full function functions fundamental fusion future ' +
    'gap gate gating general generalization generalize generate generated generation generative generator gesture ' +
    'give global goal good gradient gradients graph graphics great greedy ground group grow growth guarantee guide ' +
    'guideline half hallucination handle happen hard hardware head heads health help helpful heterogeneous hidden ' +
    'hierarchical high higher history horizon host house huge human hybrid hyper hypothesis idea identify image images ' +
    'imagination impact implement implementation implicit important improve improvement include increase index ' +
    'individual induction industry infer inference information infrastructure initial initialization inject input ' +
    'inputs insight inspire instance instruct instruction instructions integrate integration intelligence intelligent ' +
    'interaction interactive interesting interface internal internet interpret interpretability introduce ' +
    'introduction intuition invest issue item iteration iterative joint journey judge just kernel keyword kind know ' +
    'knowledge label labels language languages large larger latency latent launch layer layers lead leader leaderboard ' +
    'learn learned learning length lesson level library life like likelihood limit limitation line linear list little ' +
    'live load local logic logical long longer loop loss losses lower machine main maintain make manage management ' +
    'manifold manual many map mapping market mask masked massive match math mathematical matrix maximum maybe mean ' +
    'meaning measure mechanism media medical medium memory merge message meta method methodology methods metric ' +
    'metrics middle million mini minimum mission mixed mixture mobile modal modality mode model modeling models ' +
    'modern modular module moment momentum money monitor motion move movie multi multilingual multimodal multiple ' +
    'music native natural nature near need negative network networks neural neuron noise norm normal normalization ' +
    'note nothing novel number numbers numerical object objective objects observation observe office offline online ' +
    'only open operation operator opinion opportunity optical optimal optimization optimize optimizer optimum option ' +
    'order organization original other outcome output outputs outside outstanding over overall overfitting overview ' +
    'own page pages pair pairs panel paper papers paradigm parallel parallelism parameter parameters parse part ' +
    'partial particular partner patch path pattern patterns people perception perfect performance performances period ' +
    'permutation perplexity person personal perspective phase phone physical physics picture pipeline pixel place plan ' +
    'planning platform play player please plugin point points policy pool pooling popular position positional positive ' +
    'possible post potential power powerful practical practice precision predict prediction predictive preference ' +
    'preferences present presentation pressure pretrain pretrained pretraining pretty prevent previous price primary ' +
    'principle prior private probability problem problems procedure process processing processor produce product ' +
    'production products program programming progress project projection promise prompt prompts proof propagation ' +
    'property proposal propose protein protocol prototype prove provide pruning public pure purpose push quality ' +
    'quantity quantization quantize quantum queries query question questions queue quick quickly random range rank ' +
    'ranking rate rather ratio raw reaction read reader ready real reality really reason reasoning recall receive ' +
    'recent recipe recognition recommendation record recurrent reduce reduction reference refine reflection region ' +
    'regression regular regularization reinforce reinforcement reject rejection related relation relative release ' +
    'relevant reliable remember remove repeat replace replay report repository represent representation ' +
    'representations request require research researcher residual resolution resource resources response responses ' +
    'responsible rest result results retrain retrieval retrieve retriever return review revolution reward rewards ' +
    'right risk robot robotics robust robustness role rollout rotary rotation round route router routing rule rules ' +
    'safe safety sample samples sampler sampling save scalable scalability scale scaled scaling scenario schedule ' +
    'scheduler scheme school science scientific scientist scope score scratch screen search second section secure ' +
    'security segment segmentation select selection self semantic semantics semi sense sensor sentence sequence ' +
    'sequences sequential series serious serve server service serving session setting settings setup several shallow ' +
    'shape share shared sharding shift short shot show side signal similar similarity simple simulate simulation ' +
    'simulator single situation size skill skills skip slice slide slides slow small smaller smart smooth social ' +
    'society soft software solution solve solver something source space spaces sparse sparsity spatial special ' +
    'specific specification spectrum speculative speech speed split stability stable stack stage stages standard start ' +
    'startup state statement states static station statistical statistics status step steps still stochastic storage ' +
    'store story strategy stream streaming stride strong structure structured student study style subject success ' +
    'suggest summarization summary super supervise supervised supervision supply support surface surprise survey sweet ' +
    'switch symbol symbolic synthesis synthetic system systems table take talk target task tasks teach teacher team ' +
    'technical technique technology template temporal tensor test testing text textual texture theme theorem theory ' +
    'thing things think thinking thought thoughts thousand threshold through throughput time times title together ' +
    'token tokenizer tokens tool tools topic total toward track trade tradeoff train trained trainer training ' +
    'trajectory transfer transform transformer transformers transition translate translation transparent transport ' +
    'tree trend trial trick trigger true trust truth tune tuning turbo turn twice type types typical ultimate ' +
    'uncertainty under understand understanding unified uniform union unit universal universe university unlabeled ' +
    'unlearning unsupervised update upper usage useful user users usual utility valid validation value values variable ' +
    'variance variant variation various vector vectors verification verifier verify version vertical very video videos ' +
    'view virtual vision visual visualization vocabulary voice volume wait want warm warmup watch wave weak weather ' +
    'website week weight weights welcome well what when where which while white whole wide width will window windows ' +
    'wisdom without word words work worker workflow workload world would write writing wrong year young zero'
  ).split(' '),
);

/** Plain words that are names as well: amid Chinese a capital is their own. */
export const capitalised: ReadonlySet<string> = new Set(
  'access basic drive edge english flash gap horizon meta mission office scratch signal spark target transformer transformers turbo window windows word'.split(
    ' ',
  ),
);
