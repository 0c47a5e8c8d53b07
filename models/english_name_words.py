"""The words that names in an English office are made of: departments, posts, titles, and what is in nobody's name."""

from __future__ import annotations

_DEPARTMENTS = (
    "accounting admin administration compliance construction design development distribution engineering finance"
    " logistics legal maintenance manufacturing marketing operations planning procurement product production"
    " purchasing quality r&d research sales security service support technology training warehouse"
)
_DEPARTMENT_LAST = "department dept division team office group unit committee resources relations"
_IN_LISTS = (
    "accounts estates facilities pharmacy radiology outpatients inpatients nursing surgery theatres pathology "
    "catering housekeeping payroll communications comms editorial fundraising admissions library treasury tax "
    "infrastructure platform data analytics mobile backend frontend devops customer services success retail "
    "stores transport fleet safety reception claims underwriting actuarial risk audit tooling assembly packaging "
    "dispatch commercial export import technical laboratory lab labs biology chemistry physics maths english "
    "history science supply chain business hardware software digital media events volunteers membership "
    "programmes policy strategy brand internal control cardiology oncology paediatrics pediatrics maternity "
    "emergency neurology physiotherapy highways housing education animation merchandising affairs"
)
_SHORTENED = "mfg mgmt mkt mktg fin ops eng prod biz dev proc ecom"

ENGLISH_DEPARTMENTS = frozenset(_DEPARTMENTS.split())
"""Words that name a department where a name must stand, and end the name of one: Customer Service."""
ENGLISH_ENDINGS = frozenset(_DEPARTMENT_LAST.split())
_ACRONYMS = "hr hrbp it qa qc qe pmo pm rd r&d scm bd fp&a pr gr ir ehs hse ops mis npi pmc sqe ie cs ui ux"
_PARTICLES = "von van der den de del della di da dos la le ten ter zu bin al el"
_HONORIFICS = (
    "mr mrs ms miss mx dr prof professor vp sir madam cllr councillor rev lady lord dame capt sgt judge supt"
)
ACRONYMS = tuple(_ACRONYMS.split())
"""Departments by their letters, as they are called in both languages."""
LETTERS = frozenset(ACRONYMS) - {"ops", "pm", "ie", "gr", "ir", "ui"} | {"sre", "sc"}
"""Those that stand in capitals however they are typed, and are no word or sign of time."""
LISTED_DEPARTMENTS = ENGLISH_DEPARTMENTS | LETTERS | frozenset((*_IN_LISTS.split(), *_SHORTENED.split()))
"""Words departments are called by in a list of who is there, where a title or name must stand; small letters too."""
PARTICLES = frozenset(_PARTICLES.split())
"""Words inside a Latin name that are no name by themselves."""
HONORIFICS = frozenset(_HONORIFICS.split())
"""What may stand before a Latin name without being part of it."""
_ORDINARY = (
    "a an the of to in on at for from with by and or not no is are was were be been has have had will would can "
    "could may must should we i you they he she it its this that these those all more new old first last next "
    "then than as but so if what when where who why how out up down over into about after before again still only "
    "just very plan plans budget review update updates risk risks report figures numbers results target targets "
    "status launch project programme program team meeting agenda minutes actions action item items topic road "
    "street park north south east west phase option block building site office house room day week month year "
    "quarter today tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december christmas easter supply chain data cost costs price "
    "prices pricing contract contracts order orders release version server system software stock process policy "
    "training hiring survey audit move opening closing summer winter spring autumn customer customers client "
    "clients service services annual quarterly monthly weekly daily health safety campaign strategy roadmap issue "
    "issues problem problems question questions good bad high low open closed big small main draft final"
)
ENGLISH_ORDINARY = frozenset(_ORDINARY.split())
"""Words of titles and sentences, and of nobody's name."""
_ALSO_SURNAMES = "park street north south west east day price summer winter small good"
ALSO_SURNAMES = frozenset(_ALSO_SURNAMES.split())
"""Of those the ones that are surnames as well, behind a given name (Lee Park, Mark Price)."""
_GIVEN = (
    "aaron abbie abdul abigail adam adrian aisha alan alana alastair albert alex alexander alexandra alfie ali "
    "alice alison allan alok amanda amber amelia amina amir amit amy ana anders andrea andrew andy angela angus "
    "anil anita anjali ann anna anne annie anthony antonio anya arjun arthur asha ashley astrid audrey ayesha "
    "barbara barry bea becky beth ben benjamin bernard bernie beryl bethany betty bev beverley bill billy bob "
    "bobby brad brenda brian bridget bruce bruno callum cameron carl carla carlos carmen carol caroline carolyn "
    "carrie catherine cath cathy cecilia chandra charles charlie charlotte cheryl chiara chloe chris christina "
    "christine christopher ciara claire clara clare clive colin connor conor craig cynthia dai dale dan dana "
    "daniel daniela danny darren dave david dawn dean deborah debbie deepak denise dennis derek devon dev diana "
    "diane dominic donald donna doreen doris dorothy doug douglas duncan dylan eamon ed eddie edith edward eileen "
    "elaine eleanor elena eli elijah elizabeth ella ellen ellie elliot eloise elsa emily emma eric erica erin "
    "esther ethan eva evan eve fatima fay felix fergus finn fiona flora florence fran frances francesca francis "
    "frank fraser fred freda freya gail gareth gary gavin gemma geoff george georgia gerald gill gillian gina "
    "gita giulia glen gloria gordon grace graham greg gregory greta gus guy gwen hannah harriet harry harsh "
    "hassan hazel heather heidi helen helena henry hilary holly howard hugh hugo ian ibrahim imogen imran ines "
    "ingrid irene iris isaac isabel isla ivan ivy jack jackie jacob jade jake james jamie jan jane janet janice "
    "jasmine jason jay jean jeff jen jennifer jenny jeremy jess jessica jill jim jimmy jo joan joanna joanne joe "
    "joel john johnny jon jonas jonathan jordan josef joseph josh joshua joy joyce juan judith judy julia julian "
    "julie juliet justin karen karim karl kate katherine kathleen kathryn kathy katie kay keith kelly ken kenneth "
    "kerry kevin kiran kirsty kit kofi kumar kurt kyle lara lars laura lauren laurence leah lee leila len lena "
    "leo leon leonard les lesley leslie lewis liam lily linda lindsay lisa liz lloyd lorna lorraine louis louisa "
    "louise lucas lucy luis luke lynn lynne maggie mairi malcolm mandy manuel marco marcus margaret maria marie "
    "marion mariam mark marta martha martin mary matt matthew maureen maurice maya meera megan mei mel melanie "
    "melissa meg mia michael michelle mick mike millie mina mohamed mohammed moira molly monica morag morgan "
    "moses muhammad muriel nadia nancy naomi natalie natasha nathan neil nick nicola nicole nigel nikhil nina "
    "noah noel nora norman odette olga oliver olivia olu omar oscar owen paddy pam pamela pat patricia patrick "
    "paul paula pauline pearl peggy penny pete peter petra phil philip phoebe pierre polly pooja prem priya "
    "rachel rafael rahul raj rajesh ralph ramesh randy ravi ray raymond rebecca reena reg rhys richard rick rita "
    "rob robert roberta robin rod roger rohan roland ron ronan rory rosa rosemary rosie ross rowan roy ruby "
    "rupert russell ruth ryan sally sam samantha samir samuel sandra sandy sanjay sara sarah scott sean seb "
    "sebastian shane shannon sharon sheila shirley shona sian sid silvia simon siobhan sofia sonia sophia sophie "
    "stan stella stephanie stephen steve steven stewart stuart sue sunil susan suzanne sven sylvia tamsin tanya "
    "tara tariq ted teresa terry tess theo theresa thomas tim timothy tina toby todd tom tommy tony tracey tracy "
    "trevor tricia trish una uma usha val valerie vanessa vera veronica vicky victor victoria vijay vikram "
    "vincent virginia viv vivek wanda wayne wei wendy william winston xavier yasmin yusuf yvonne zac zach zahra "
    "zara zoe"
)
ENGLISH_GIVEN = frozenset(_GIVEN.split())
"""Given names that make a name of two words in small letters: fiona marsh."""
_ALSO_WORDS = (
    "amber april art bill carol chase chance daisy dale dawn dean dev don drew ed faith fay flora florence frank gene"
    " glen grace grant gus guy hazel heather holly hope iris ivy jade jack jean jo joy june kit lance lee len lily ma"
    " mark may mel miles nick norman olive page pat pearl penny poppy prem ray reg rich rob rod rose ruby rusty sandy"
    " sid sky sterling stone sue summer sunny ted terry troy uma val victor violet will wei"
)
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Given names that are other words as well, or short for them: Grant: 50k, Dev: build 1204."""
