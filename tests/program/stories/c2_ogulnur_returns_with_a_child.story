# Ogulnur, 34, came back on a Sunday with her daughter of six.  Her husband is still abroad, she has
# no home, sleeps badly and is afraid.  First a bed and food; then, slowly, a home, a school and
# somebody to talk with.

country TM
on 2026-09-28
open reintegration as Ogulnur
skip pre_return_notice
    reason: Nobody wrote.
# 3 calendar days after Monday, September 28: Thursday, October 1.
due reception 2026-10-01
answer reception
    returned_on: 2026-09-27
    way: own
    urgent_needs: shelter, food
    notes: With her daughter Ayna.
finish reception
# The day of her return was a holiday, but a month is counted from it: Tuesday, October 27.
due plan 2026-10-27
# 7 calendar days after the reception: Monday, October 5.
due first_session 2026-10-05

# A bed for tonight is asked for at once; a day later is Tuesday, September 29.
next emergency_shelter
wait emergency_shelter
    for: Crisis centre
due emergency_shelter 2026-09-29
state emergency_shelter waiting
day waiting emergency_shelter
next emergency_supplies
answer emergency_supplies
    item.1.what: Food parcel for two
    item.1.kind: none
    item.1.on: 2026-09-28
finish emergency_supplies
# While the bed is not sure, no form is filled in.
lock intake emergency_shelter
refused answer intake
    group: RET
    says: Another step comes first: Shelter (emergency_shelter)
answer emergency_shelter
    provider: Crisis centre
finish emergency_shelter received
state emergency_medical not_needed

answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: RET
    language: tk
    interpreter: no
finish intake
finish papers
state safe_shelter not_needed
answer asylum_check
    fear: no
finish asylum_check
answer consent
    understands: yes
    given_by: person
    language: tk
    casework: yes
    reporting: yes
    tracing: yes
    sharing: yes
    share_with: ngo
    given_on: 2026-09-28
finish consent
answer trafficking
    deceived_job: no
finish trafficking
result trafficking none
# Woman at risk and single parent: needs, but no violence.
answer violence_check
    violence: no
    needs: WR, SP
finish violence_check
no warning indication violence
state violence_help not_needed
state supervisor_alert not_needed
answer citizenship_check
    citizen: yes
    country: TKM
finish citizenship_check
answer service_need
    services: shelter, housing, education, mental_health
    risk: medium
finish service_need
state special_route not_needed

on 2026-09-29
day ready first_session
answer first_session
    quiet_room: yes
    feelings: She weeps, and is glad to be asked.
    next_on: 2026-10-05
finish first_session goes_on

# One urgent sign is enough for the first place: homeless 1, single parent 1, 2 in all.
answer vulnerability_screen
    homeless: yes
    single_parent: yes
    debt: no
finish vulnerability_screen
score vulnerability_screen urgent 1.00
score vulnerability_screen other 1.00
score vulnerability_screen total 2.00
result vulnerability_screen high_priority

# 7 calendar days after September 29 is Tuesday, October 6, the Day of Remembrance; so Wednesday,
# October 7, for the full screens and for the risk.
due vulnerability_full 2026-10-07
due risk_assessment 2026-10-07
next vulnerability_full
answer vulnerability_full
    screens: housing, mental_health, children
    specific_needs: WR, SP
    findings: The daughter does not leave her side.
finish vulnerability_full

# Two days before, the office is reminded of the risk.
on 2026-10-05
warning reminder risk_assessment
day today risk_assessment
# Distress, homeless, no income: three burdens and no grave sign; medium begins with 2, high with 5.
answer risk_assessment
    distress: yes
    homeless: yes
    no_income: yes
finish risk_assessment
score risk_assessment total 3.00
result risk_assessment medium
answer family_debt
    lives_with: Her daughter; the husband is abroad
    dependants: 1
    debt: no
    ban: no
finish family_debt
answer skills
    skill.1.what: Hairdressing
    skill.1.years: 8
    skill.1.certificate: no
finish skills

# In quarters.  Economic: 1+2+4+3+4+1+0+0 = 15 of 8 answers, 3.75 / 8 = 0.469.
# Social: homes very poor 0+0, schools 3, the child not in school 0, courts 2, identity card 4,
# papers 2, water 3, health 2+2, transport 3: 21 of 11 answers, 5.25 / 11 = 0.477.
# Psychosocial: never at feasts 0, support 1, belonging 1, safety 2, tension often 4-3=1,
# discrimination sometimes 2, distress very often 4-4=0, able to stay 4: 11 of 8, 2.75 / 8 = 0.344.
# All three: (0.469 + 0.477 + 0.344) / 3 = 0.430.
answer rss_baseline
    income: poor
    food_cut: sometimes
    can_borrow: yes
    borrows: rarely
    debt_size: none
    work_access: poor
    works_now: no
    assets: no
    housing_access: very_poor
    housing_standard: very_poor
    school_access: good
    school_attended: no
    justice: fair
    id_document: yes
    papers_access: fair
    water: good
    health_access: fair
    health_quality: fair
    transport: good
    events: never
    support: poor
    belonging: poor
    safety: fair
    tension: often
    discrimination: sometimes
    distress: very_often
    wants_support: yes
    can_stay: yes
finish rss_baseline
score rss_baseline economic 0.47
score rss_baseline social 0.48
score rss_baseline psychosocial 0.34
score rss_baseline composite 0.43
result rss_baseline close_monitoring
# 6 months after October 5: Monday, April 5.
due rss_followup 2027-04-05

on 2026-10-12
answer opportunities
    option.1.what: A room of the town
    option.1.kind: housing
    option.1.possible: later
    option.1.wanted: yes
finish opportunities make_plan
answer plan
    needs: housing, school, psychological
    goal.1.dimension: psychosocial
    goal.1.objective: Sleeps through the night and knows whom to call
    goal.1.activity: Talks with a psychologist
    goal.1.status: planned
    goal.2.dimension: social
    goal.2.objective: A room of their own, and school for Ayna
    goal.2.status: planned
    signed_person_on: 2026-10-12
    signed_office_on: 2026-10-12
finish plan
# A month after October 12: Thursday, November 12.
due follow_up 2026-11-12
state job_help not_needed
state grant_or_credit not_needed
state savings_plan not_needed
state ban_check not_needed

# Three bodies are asked on Tuesday, October 13; 7 calendar days later is Tuesday, October 20.
on 2026-10-13
wait housing_help
    for: Town administration
due housing_help 2026-10-20
wait school_help
    for: School No. 5
due school_help 2026-10-20
wait psychological_help
    for: House of health No. 2
due psychological_help 2026-10-20
# This step is not one that can be skipped: the child has a right to school.
refused skip school_help
    reason: later
    says: This step cannot be skipped, only finished.

on 2026-10-16
answer school_help
    child.1.name: Ayna
    child.1.school: School No. 5
    child.1.starts_on: 2026-10-19
finish school_help received
on 2026-10-20
day today psychological_help
no warning rung_due psychological_help
answer housing_help
    provider: Town administration
    notes: A room in the hostel of the town
finish housing_help received

# Nobody answered about the psychologist.  One calendar day after October 20 the first reminder, 3
# working days after Wednesday, October 21, the second: Thursday, Friday, Monday, October 26.
on 2026-10-21
warning rung_due psychological_help
next psychological_help
wait psychological_help
    for: House of health No. 2
    reference: 77
no warning rung_due psychological_help
on 2026-10-25
no warning rung_due psychological_help
on 2026-10-26
warning rung_due psychological_help
warning overdue psychological_help
day overdue psychological_help
resume psychological_help
    answer: The psychologist has time on Thursdays.
answer psychological_help
    provider: Psychologist of the house of health
finish psychological_help received

skip counselling
    reason: No more talks are planned.
skip delivered
    reason: Nothing more was given.

on 2026-11-12
round follow_up 1
day today follow_up
answer follow_up
    attempt.1.on: 2026-11-12
    attempt.1.way: office
    attempt.1.reached: yes
    feelings: She sleeps five hours.
finish follow_up goes_on
# 2 months after October 12 is Saturday, December 12, the Day of Neutrality; so Monday, December 14.
round follow_up 2
due follow_up 2026-12-14
on 2026-12-14
answer follow_up
    goals: Both goals are reached.
finish follow_up goals_reached
state follow_up done

# The survey again waits for its own day, and the end of the support for the survey.
next rss_followup
state closing_criteria locked
on 2027-04-05
day today rss_followup
# Of 8 psychosocial answers 5 are there, 62.5 percent: festivities 2, support 3, belonging 3,
# distress rarely 4-1=3, able to stay 4: 15 quarters, 3.75 / 5 = 0.75.  Of the other two dimensions
# nothing was answered, so there is no score of all three.
answer rss_followup
    events: sometimes
    support: good
    belonging: good
    distress: rarely
    wants_support: no
    can_stay: yes
finish rss_followup last_time
score rss_followup psychosocial 0.75
result rss_followup insufficient

answer closing_criteria
    better: yes
finish closing_criteria goals_reached
# A referral that is open keeps the file open.
answer closing_check
    risk_left: no
    referral_open: yes
refused finish closing_check
    says: With another answer the step cannot be finished
answer closing_check
    referral_open: no
    told: yes
finish closing_check
skip closing_view
    reason: She does not want to be asked.
answer closing_handover
    to.1.service: social_assistance
    to.1.provider: Social protection office
    to.1.on: 2027-04-06
    to.1.accepted: yes
finish closing_handover
finish closing_note
answer closing
    reason: goals_reached
finish closing
next nothing
close goals_reached
closed goals_reached
