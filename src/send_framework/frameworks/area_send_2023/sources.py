"""Where the rules of 2023 can be checked. The titles say what each page is, in our words."""

from datetime import date

from send_framework.model.source import Source

HANDBOOK_PAGE = Source(
    key="handbook-page",
    title="Area SEND framework and handbook: landing page with its update notes",
    publisher="Ofsted and Care Quality Commission",
    url="gov.uk/government/publications/local-area-send-inspection-framework",
)
HANDBOOK_CHANGES = Source(
    key="handbook-changes",
    title="Area SEND framework and handbook: summary of changes",
    publisher="Ofsted and Care Quality Commission",
    url="gov.uk/government/publications/area-send-framework-and-handbook/summary-of-changes",
    note="Read in its copies of 6 June and 7 July 2025; the paragraphs themselves were not seen.",
)
REPORTS = Source(
    key="area-send-reports",
    title="Published area SEND inspection reports, 2023 to 2026",
    publisher="Ofsted and Care Quality Commission",
    url="github.com/data-to-insight/ofsted-send-scrape-tool",
    note="55 reports in full and a table of every outcome to 29 June 2026.",
)
STATISTICS = Source(
    key="area-send-statistics",
    title="Area SEND inspections and outcomes in England as at 31 December 2024",
    publisher="Ofsted and Care Quality Commission",
    url="gov.uk/government/statistics (area SEND inspections and outcomes)",
    published=date(2025, 6, 26),
)
REGULATIONS = Source(
    key="SI-2015-1792",
    title="Children Act 2004 (Joint Area Reviews) Regulations 2015, SI 2015/1792",
    publisher="legislation.gov.uk",
    url="legislation.gov.uk/uksi/2015/1792",
    note="Regulation 3 and the explanatory note were read; regulation 4 itself was not.",
)
CHILDREN_ACT = Source(
    key="CA-2004-s20",
    title="Children Act 2004, section 20",
    publisher="legislation.gov.uk",
    url="legislation.gov.uk/ukpga/2004/31/section/20",
)
SUPPORT = Source(
    key="support-and-challenge",
    title="Area SEND inspections: support and challenge following inspection",
    publisher="Department for Education",
    url="gov.uk/government/publications/"
    "area-send-inspections-support-and-challenge-following-inspection",
    published=date(2023, 5, 16),
    note="Only its opening could be read.",
)
COMMENTARY = Source(
    key="hmci-commentary",
    title="HMCI commentary on the new area SEND framework",
    publisher="Ofsted",
    url="gov.uk/government/speeches/hmci-commentary-publishing-our-new-area-send-framework",
)
SLIDES = Source(
    key="ofsted-slides-2023",
    title="New area SEND framework: webinar slides, January 2023",
    publisher="Ofsted",
    url="slideshare.net/Ofstednews/new-area-send-framework-webinar-pptpptx",
)
NASEN = Source(
    key="nasen-2022",
    title="New area SEND inspection framework published",
    publisher="nasen",
    url="nasen.org.uk/news/new-area-send-inspection-framework-published",
)
NOTTINGHAMSHIRE_PRESS = Source(
    key="hucknall-dispatch-2023",
    title="Hucknall Dispatch on Nottinghamshire's priority action plan",
    publisher="Hucknall Dispatch",
    url="hucknalldispatch.co.uk 4152387",
    published=date(2023, 5, 22),
)
SUFFOLK_OFFER = Source(
    key="suffolk-local-offer",
    title="Suffolk local area partnership commits to improvement",
    publisher="Suffolk Local Offer",
    url="suffolklocaloffer.org.uk",
    published=date(2024, 1, 30),
)
OXFORDSHIRE = Source(
    key="oxfordshire-plan",
    title="Oxfordshire's draft priority action plan, its approval and publication",
    publisher="Oxfordshire County Council; Banbury Guardian",
    url="news.oxfordshire.gov.uk/draft-priority-action-plan",
)
LANCASHIRE = Source(
    key="lancashire-plan",
    title="Lancashire SEND inspections and priority action plan",
    publisher="Lancashire County Council",
    url="lancashire.gov.uk (send-inspections; send-priority-action-plan)",
)
REMARKABLE = Source(
    key="remarkable-minds",
    title="What is a priority action notice in an area SEND inspection",
    publisher="Remarkable Minds",
    url="remarkableminds.app/answers/what-is-a-priority-action-notice-in-an-area-send-inspection",
)
OXFORD_MAIL = Source(
    key="oxford-mail-2023",
    title="Oxford Mail on Oxfordshire's improvement notice",
    publisher="Oxford Mail",
    url="oxfordmail.co.uk 23930277",
)
OLDHAM_TIMES = Source(
    key="oldham-times-2023",
    title="The Oldham Times on Oldham's improvement notice",
    publisher="The Oldham Times",
    url="theoldhamtimes.co.uk 23938214",
)
BEXLEY_NOTICE = Source(
    key="bexley-notice",
    title="Local Government Lawyer on Bexley's improvement notice",
    publisher="Local Government Lawyer",
    url="localgovernmentlawyer.co.uk 57254",
)
PQ_DERBYSHIRE = Source(
    key="PQ-98962",
    title="Parliamentary answer 98962 (Derbyshire's improvement notice)",
    publisher="UK Parliament",
    url="parallelparliament.co.uk/question/98962",
)
PQ_REPORTS = Source(
    key="PQ-105902",
    title="Parliamentary answer 105902 (who takes recommendations forward)",
    publisher="UK Parliament",
    url="parallelparliament.co.uk/question/105902",
)
PQ_APPROVAL = Source(
    key="PQ-6537",
    title="Parliamentary answer 6537 (who approves priority action plans)",
    publisher="UK Parliament",
    url="parallelparliament.co.uk/question/6537",
)
LANCASHIRE_NOTICE = Source(
    key="lancashire-notice",
    title="Lancashire's improvement notice",
    publisher="Lancashire County Council",
    url="lancashire.gov.uk (improvement notice)",
)
SLOUGH_STATEMENT = Source(
    key="slough-statement",
    title="Slough's written statement of action, due and filed on 18 February 2022",
    publisher="Slough Borough Council; UK Parliament",
    url="democracy.slough.gov.uk/mgAi.aspx?ID=44766; parallelparliament.co.uk/question/100659",
)
SLOUGH_DIRECTION = Source(
    key="slough-direction",
    title="Slough's statutory direction of 4 August 2023",
    publisher="Slough Borough Council",
    url="slough.gov.uk/news/article/317",
)
PAUSE = Source(
    key="schools-week-pause",
    title="Schools Week on the pause of SEND monitoring inspections",
    publisher="Schools Week",
    url="schoolsweek.co.uk/pause-in-ofsted-send-inspections-opens-accountability-gap",
)
RESTART = Source(
    key="schools-week-restart",
    title="Schools Week on the restart of SEND monitoring inspections",
    publisher="Schools Week",
    url="schoolsweek.co.uk/send-monitoring-inspections-to-restart-this-term-says-ofsted",
)
NOTTINGHAMSHIRE_MONITORING = Source(
    key="nottinghamshire-monitoring",
    title="Nottinghamshire's monitoring inspection of July 2025",
    publisher="Nottinghamshire County Council",
    url="nottinghamshire.gov.uk/newsroom",
)
OXFORDSHIRE_MONITORING = Source(
    key="oxfordshire-monitoring",
    title="Oxfordshire's monitoring inspection of September 2025",
    publisher="BBC; Oxfordshire Parent Carer Forum",
    url="feeds.bbci.co.uk/news/articles/c74j43zgyp3o; oxpcf.org.uk",
    published=date(2025, 11, 19),
)
HERTFORDSHIRE_CALL = Source(
    key="hertfordshire-call-2023",
    title="Hertfordshire's inspection, called on 26 June 2023",
    publisher="Herts Parent Carer Involvement",
    url="hertsparentcarers.org.uk/hertfordshires-ofsted-cqc-area-send-inspection-26-june-2023",
)
HERTFORDSHIRE_MONITORING = Source(
    key="hertfordshire-monitoring",
    title="Hertfordshire's monitoring inspection of October 2025",
    publisher="Herts Parent Carer Involvement",
    url="hertsparentcarers.org.uk/?p=3714",
)
NOTTINGHAMSHIRE_GUIDE = Source(
    key="nottinghamshire-guide",
    title="One-minute guide to local area SEND inspections",
    publisher="Nottinghamshire County Council",
    url="nottinghamshire.gov.uk/global-content/one-minute-guides/"
    "ofsted-and-care-quality-commission-local-area-send-inspections",
)
LEEDS_GUIDE = Source(
    key="leeds-guide",
    title="One-minute guide to area SEND thematic visits",
    publisher="Leeds City Council",
    url="leeds.gov.uk/one-minute-guides/area-send-thematic-visits",
)
TRACKING_GUIDE = Source(
    key="sgpc-tracking",
    title="What the tracking meetings of a local area inspection are",
    publisher="South Gloucestershire Parents and Carers",
    url="sgpc.org.uk/news-feed/what-is-the-local-area-inspection-tracking-meetings",
)
OUTCOMES_GUIDE = Source(
    key="sgpc-outcomes",
    title="Possible outcomes of an area SEND inspection",
    publisher="South Gloucestershire Parents and Carers",
    url="sgpc.org.uk/news-feed/inspection-possible-outcomes",
)
CONTACT_GUIDE = Source(
    key="contact-guide",
    title="Ofsted and CQC area SEND inspections: a guide for forums",
    publisher="Contact",
    url="contact.org.uk (ofsted-and-cqc-send-area-inspections)",
)
LAWYERS_GUIDE = Source(
    key="stephensons-guide",
    title="Area SEND inspections: CQC and Ofsted's joint approach",
    publisher="Stephensons",
    url="stephensons.co.uk (area-send-inspections-cqc-and-ofsteds-joint-approach)",
)
COMPLAINTS_OLD = Source(
    key="naht-complaints-2017",
    title="Guidance on complaints to Ofsted",
    publisher="NAHT",
    url="naht.org.uk",
)
COMPLAINTS_NEW = Source(
    key="tes-complaints-2024",
    title="Tes on Ofsted's new complaints process",
    publisher="Tes",
    url="tes.com",
    published=date(2024, 4, 5),
)
NHSE_LEADS = Source(
    key="nhse-executive-leads",
    title="Executive lead roles within integrated care boards",
    publisher="NHS England",
    url="england.nhs.uk/long-read/executive-lead-roles-within-integrated-care-boards",
)
BURY_BOARD = Source(
    key="bury-stocktakes",
    title="Bury's stocktakes of December 2024 and July 2025",
    publisher="Bury Council",
    url="councildecisions.bury.gov.uk 21702, 21793, 22065",
)
