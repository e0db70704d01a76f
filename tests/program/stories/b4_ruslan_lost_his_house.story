# B-4.  Ruslan came home in March 2026 after twelve years abroad.  In the house of his father live
# strangers: his cousin sold it on a power of attorney that Ruslan says he never signed.  A talk, a
# mediator, at last the court - before the time for it runs out - and a fair way for those who live
# there now.
country KG
on 2026-03-23
open restoration as Руслан
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: RET
    arrived_on: 2026-03-15
    language: ky
    interpreter: no
    wish: The house of his father
finish intake
answer papers
    paper.1.kind: passport
    paper.1.state: held
    paper.1.original: yes
finish papers
answer consent
    understands: yes
    given_by: person
    language: ky
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-03-23
finish consent
answer asylum_check
    fear: no
finish asylum_check
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: yes
    country: KGZ
    proof: yes
finish citizenship_check
answer service_need
    services: legal_aid, cadastre
    risk: low
finish service_need

# It is about the house only: nobody asks for lost papers.
next loss_report
refused answer loss_report
    lost: title_deed
    says: This field is not asked now
answer loss_report
    matter: property
    story: His cousin sold the house while he was abroad
finish loss_report
state triage not_needed
state identity_check not_needed
state application not_needed
state handover not_needed
state family_needs not_needed
next asset
refused finish asset
    says: Is there a wife or husband
answer asset
    kind: house
    address: Жалал-Абад, Үлгү 7
    country: KGZ
    lives_there: A family that bought it
    spouse: yes
finish asset
answer basis
    basis: inheritance
    disputed_paper: yes
    notes: Power of attorney of 2022; he was not in the country
    evidence.inheritance_certificate: original
    evidence.proxy: copy
finish basis

# His wife has a share.  She is asked alone or not at all.
state spouse_share ready
answer spouse_share
    asked_alone: no
    share: One half
refused finish spouse_share
    says: asked_alone: yes. With another answer the step cannot be finished.
on 2026-03-24
answer spouse_share
    asked_alone: yes
    agrees: yes
finish spouse_share
state extract ready
wait extract
    for: Cadastre of Jalal-Abad
    reference: 12-31
# 10 working days from Tuesday 24 March:
#   Wed 25 1, Thu 26 2, Fri 27 3 | Mon 30 4, Tue 31 5, Wed 1 Apr 6, Thu 2 7, Fri 3 8 | Mon 6 9,
#   Tue 7 Day of the April Revolution, Wed 8 10.
due extract 2026-04-08
lock owner_compare extract
on 2026-04-07
warning reminder extract
day today extract
on 2026-04-08
answer extract
    kind: kg_form_1
    owner: Somebody whom Ruslan does not know
    burdens: None
    payer: person
    answer_number: 12-31/2
    answer_on: 2026-04-07
    evidence.registry_extract: original
finish extract received
# Form 1 shows another name.
finish owner_compare other
refused finish property_class
    says: classes
answer property_class
    classes: occupied
finish property_class
state notary_share not_needed
state compensation not_needed
state title_duplicate not_needed
state claim locked
lock claim occupants

# A neighbour told him of the sale on 10 July 2023.  The court hears him for three years from that
# day, which is up to 10 July 2026, whatever day of the week that is.
next limitation
refused answer limitation
    known_on: 2026-07-10
    says: This day has not come yet
answer limitation
    known_on: 2023-07-10
    hindered: He could not leave his work abroad
finish limitation
# The claim itself comes only after the talks, but its last day is known from now on, and the first
# alarm, 180 days before it, has passed already.
state claim locked
due claim 2026-07-10
warning reminder claim
on 2026-04-09
answer occupants
    occupant.1.name: Көрсөтмө
    occupant.1.since: 2022-11-01
    occupant.1.paper: Contract of sale
    occupant.1.needs_home: yes
    children: yes
finish occupants
# They bought in good faith and have children; the local administration looks for another home.
state occupants_home ready
wait occupants_home
    for: Local administration
# Fri 10, Mon 13, Tue 14 April.
due occupants_home 2026-04-14
on 2026-04-14
answer occupants_home
    provider: Housing commission of the district
finish occupants_home received
state mediation locked
refused answer mediation
    mediator: The elder of the quarter
    says: Another step comes first: Talk with the occupant (negotiation)
on 2026-04-20
answer negotiation
    talked_on: 2026-04-18
    agreed_what: Nothing; both sides want the house
finish negotiation not_agreed
state right_registration locked
next mediation
on 2026-04-28
answer mediation
    mediator: The elder of the quarter
    talked_on: 2026-04-27
finish mediation not_agreed

# Now the claim is due by the day of the limitation.  The alarm of 90 days before - 11 April - has
# passed, so it stands among what is to be done today; the lawyer comes without an alarm.
state property_lawyer ready
due claim 2026-07-10
warning reminder claim
day today claim
on 2026-04-30
wait property_lawyer
    for: Free legal aid of Jalal-Abad
# One working day after Thursday 30 April: Friday is the Holiday of Labour, so Monday 4 May.
due property_lawyer 2026-05-04
day waiting property_lawyer
# If nobody calls back, the first reminder comes one day later; Tuesday 5 May is Constitution Day, so
# on Wednesday.
rung property_lawyer first 2026-05-06
on 2026-05-06
warning overdue property_lawyer
warning rung_due property_lawyer
day overdue property_lawyer
wait property_lawyer
    for: Free legal aid of Jalal-Abad
    reference: 41
# The second reminder comes three working days later: Thu 7, Fri 8, Sat 9 is off, Mon 11.
rung property_lawyer second 2026-05-11
on 2026-05-08
answer property_lawyer
    provider: Lawyer on duty
finish property_lawyer received
on 2026-05-11
answer claim
    court: City court of Jalal-Abad
    filed_on: 2026-05-11
    asked_for: The sale is void
    spouse_named: yes
    evidence.registry_extract: original
    evidence.proxy: copy
finish claim filed
due claim none
no warning reminder claim
on 2026-05-12
wait judgment
    for: City court of Jalal-Abad
# Two months end on Sunday 12 July, so on Monday.
due judgment 2026-07-13
day waiting judgment
state property_appeal locked
on 2026-06-29
warning reminder judgment
answer judgment
    answer_on: 2026-06-29
    evidence.court_decision: original
finish judgment won
state property_appeal not_needed

# A decision on paper does not open the door.
on 2026-06-30
next enforcement
wait enforcement
    for: Bailiff
# Two months end on Sunday 30 August; Monday 31 August is Independence Day.
due enforcement 2026-09-01
lock right_registration enforcement
on 2026-08-25
finish enforcement enforced
wait right_registration
    for: Cadastre of Jalal-Abad
# 10 working days from Tuesday 25 August: Wed 26 1, Thu 27 2, Fri 28 3 | Mon 31 Independence Day,
# Tue 1 Sep 4 to Fri 4 7 | Mon 7 8, Tue 8 9, Wed 9 10.
due right_registration 2026-09-09
on 2026-09-07
answer right_registration
    payer: waiver
    waiver_ground: low_income
    answer_on: 2026-09-07
    evidence.court_decision: original
finish right_registration registered
# One half in his name, one half in the name of his wife; then both walk through the rooms.
answer re_entry
    returned_on: 2026-09-07
    keys: yes
    state: The stove is broken
finish re_entry
next property_result
answer property_result
    owner_now: Ruslan and Ainura, one half each
    evidence.registry_extract: original
finish property_result recovered

next closing_check
answer closing_check
    risk_left: no
    referral_open: yes
    told: yes
refused finish closing_check
    says: referral_open: no. With another answer the step cannot be finished.
answer closing_check
    referral_open: no
finish closing_check
skip closing_view
    reason: Does not want to answer
skip closing_handover
    reason: No other service is needed
finish closing_note
next closing
refused finish closing
    says: Reason for closing
answer closing
    reason: goals_reached
finish closing
next nothing
close goals_reached
closed goals_reached
