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
    "emergency neurology physiotherapy highways housing education animation merchandising affairs "
    "regulatory clinical reg care sourcing repairs bookings"
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
    "aaron abbie abdul abigail adam adele adrian agatha agnes ahmed aiden aisha akira alan alana alastair albert "
    "alec alessia alex alexa alexander alexandra alexis alfie alfred ali alice alina alison allan alma alok alvin "
    "alyssa amanda amara amber amelia amelie amina amir amit amy ana anders andrea andrew andy angela angus anika "
    "anil anisa anita anjali ann anna anne annie anthony antoine antonio anya ariana arjun arlene armando arnold "
    "arthur arturo asha ashley ashok asif astrid audrey ava ayesha ayo aziz barbara barry bashir bea beatrice "
    "beatriz becky bella ben benedict benjamin benoit bernadette bernard bernie bert beryl beth bethany betty bev "
    "beverley bianca bill billy bjorn blake bob bobby bonnie brad bradley brandon brenda brendan brent brett "
    "brian bridget bruce bruno bryan bryn caitlin callum cameron camila camille candice carl carla carlos carmel "
    "carmen carol caroline carolyn carrie cassandra cassie cath catherine cathy cecilia cedric celeste celia "
    "chandra chantal charles charlie charlotte cheryl cheyenne chiara chidi chloe chris christina christine "
    "christopher ciara claire clara clare clarence claude claudia clifford clint clive cody colette colin connor "
    "conor corinne courtney craig curtis cynthia cyril dai dale dalia damian damon dan dana daniel daniela danny "
    "daphne darius darlene darrell darren darryl dave david dawn dean debbie deborah deepak deirdre delia "
    "demetrius denise dennis derek desmond dev devin devon diana diane dina dirk dmitri dominic donald donna "
    "doreen doris dorothy doug douglas duncan dwayne dwight dylan eamon ebony ed eddie edgar edith edna edward "
    "edwin efua eileen elaine eleanor elena eli elijah elise elizabeth ella ellen ellie elliot eloise elsa elvis "
    "emeka emil emilia emilio emily emma emmanuel enrique eric erica erik erika erin ernest ernie errol esme "
    "esperanza estelle esther ethan eugene eunice eva evan eve evelyn ezra fabian farah farid fatima fay faye "
    "felicity felix fergus fernando fidel finn fiona flora florence folake fran frances francesca francine "
    "francis francois frank fraser fred freda frederick freya gabby gabriel gabriela gail gareth garrett gary "
    "gavin gemma geoff george georgia gerald gerard gerry gilbert gill gillian gina giovanni giselle gita giulia "
    "glen glenda gloria godfrey gonzalo gordon grace graham greg gregory greta gretchen guillermo gunnar gus guy "
    "gwen habib hamid hamza hannah hans harold harriet harry harsh harvey hassan hazel heather hector heidi "
    "heinrich helen helena henry herbert herman hilary hilda holly horace howard howie hubert hugh hugo humphrey "
    "hussein ian ibrahim ida ifeoma igor ilse imani imogen imran ines ingrid irene iris isaac isabel isaiah isla "
    "ismail itzel ivan ivor ivy izzy jack jackie jacob jacqueline jacques jade jaime jake jamal james jamie jan "
    "jane janelle janet janice janine jared jarvis jasmine jason javier jay jean jed jeff jeffrey jen jenna "
    "jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan joanna joanne jocelyn jodie joe "
    "joel joey johan johanna john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua "
    "josie joy joyce juan juanita jude judith judy julia julian julie juliet justin kamal kara kareem karen karim "
    "karina karl karla kasia kate katherine kathleen kathryn kathy katie katrina katya kay kayla keiko keira "
    "keith kelly kelvin ken kendra kenji kenneth kerry kevin khalid kieran kim kimberly kiran kirk kirsty kit "
    "klaus kofi kris krishna kristen kristin kristina kumar kurt kwame kyle kyra ladan lamar lara larry lars "
    "lasse latoya laura lauren laurence leah leanne lee leigh leila len lena leo leon leonard leonardo leroy les "
    "lesley leslie letitia levi lewis liam lila liliana lillian lily lina linda lindsay linus lionel lisa livia "
    "liz lloyd lois lola lorenzo loretta lori lorna lorraine lou louis louisa louise lucas lucia luciano lucinda "
    "lucy luis lukas luke luther lydia lyle lynn lynne mabel madeleine magda maggie magnus mahmoud mairi malcolm "
    "malik mandy manuel mara marc marcel marcia marco marcus margaret margo margot maria mariam mariana marie "
    "marion marisol marissa marjorie mark marlene marlon marta martha martin marvin mary mateo mathias matt "
    "matthew maud maureen maurice mauricio maxine maxwell maya meera meg megan mehmet mei mel melanie melinda "
    "melissa mercedes meredith mia micah michael michelle mick miguel mikael mike mikhail millie milo mina mindy "
    "miriam mitch mohamed mohammed mohan moira molly monica monique monty morag morgan moses muhammad muhammed "
    "muriel myra nadia nadine nancy naomi naresh nasir natalia natalie natasha nate nathan nathaniel naveen ned "
    "neil nell nelson nessa nia nick nicola nicole nigel nikhil nikita nikki nils nina nita noah noel nora norma "
    "norman nuala obi octavia odette odile oksana olaf olga oliver olivia olivier olu omar omari ophelia orla "
    "oscar otis otto owen pablo paddy paige paloma pam pamela paolo pascal pat patricia patrick patsy paul paula "
    "pauline paulo pavel pearl pedro peggy penelope penny percy perry pete peter petra phil philip phoebe phyllis "
    "pierre piers pippa polly pooja prem priscilla priya quentin rachel rafa rafael rahul raj rajesh ralph ramesh "
    "ramon ramona randall randy raquel rashid raul ravi ray raymond rebecca rebekah reena reg reggie regina "
    "reginald renata rene renee reuben reza rhoda rhona rhys ricardo richard rick rita rob robert roberta robin "
    "rochelle rod roderick rodney rodrigo roger rohan roland romeo ron ronan ronnie rory rosa rosalie rosalind "
    "rosemary rosie ross rowan roxanne roy ruby rudy rufus rupert russell ruth ryan sabrina sadie sally salma "
    "salman salvador sam samantha samir samuel sandra sandy sanjay sanjeev santiago sara sarah sasha saul scott "
    "sean seb sebastian selena selina serena sergei sergio seth shane shannon sharon shaun shauna shawn sheena "
    "sheila shelley sheryl shirin shirley shona sian sid sidney sienna sigrid silvia simon simone sinead siobhan "
    "sofia solomon sonia sonja sophia sophie soren stacey stacy stan stefan stefano stella stephanie stephen "
    "steve steven stevie stewart stuart sue suki sunil sunita susan susanna suzanne suzy sven sylvia sylvie "
    "tabitha tamara tamika tamsin tania tanya tara tariq tasha tatiana ted teresa terry tess tessa thelma theo "
    "theodore theresa thierry thomas tiffany tim timothy tina tobias toby todd tom tomas tomasz tommy toni tony "
    "tonya tracey tracy travis trent trevor tricia trish tyler tyrone ulrich uma umar una ursula usha val "
    "valentina valerie vanessa vaughn vera vernon veronica vicky victor victoria vijay vikki vikram vince vincent "
    "virginia viv vivek vivian vivienne vlad wallace walt walter wanda wayne wei wendell wendy wesley wilfred "
    "willa william wilma winnie winston xander xavier yana yara yasmin yasmine yolanda yoshi yuki yuri yusuf "
    "yvonne zac zach zahra zainab zane zara zeke zelda zena zoe zuri"
)
ENGLISH_GIVEN = frozenset(_GIVEN.split())
"""Given names that make a name of two words in small letters: fiona marsh."""
_ALSO_WORDS = (
    "amber april art bill bonnie carol chance chase daisy dale dawn dean dev don drew ebony ed faith fay flora "
    "florence frank gene glen grace grant gus guy hazel heather holly hope iris ivy jack jade jean jo joy june "
    "kit lance lee len lily ma mark may mel mercedes miles monty nelson nick norman olive page paige pat pearl "
    "penny perry poppy prem ray reg rich rob rod romeo rose ruby rusty sandy sid sky sterling stone sue summer "
    "sunny ted terry troy uma val victor violet wei will"
)
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Given names that are other words as well, or short for them: Grant: 50k, Dev: build 1204."""
