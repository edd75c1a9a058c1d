"""Where the rules of 2016 can be checked. The titles say what each page is, in our words."""

from datetime import date

from send_framework.frameworks.area_send_2023.sources import (
    CHILDREN_ACT,
    REGULATIONS,
    SLOUGH_DIRECTION,
    SLOUGH_STATEMENT,
)
from send_framework.model.source import Source

__all__ = ["CHILDREN_ACT", "REGULATIONS", "SLOUGH_DIRECTION", "SLOUGH_STATEMENT"]

STATISTICS_2021 = Source(
    key="area-send-statistics-2021",
    title="Area SEND inspections and outcomes in England as at 31 March 2021",
    publisher="Ofsted and Care Quality Commission",
    url="gov.uk/government/statistics/"
    "area-send-inspections-and-outcomes-in-england-as-at-31-march-2021",
)
REVISIT_GUIDANCE = Source(
    key="revisit-guidance",
    title="Guidance for carrying out re-visits to local areas required to produce a written "
    "statement of action",
    publisher="Ofsted and Care Quality Commission",
    url="gov.uk (guidance-for-carrying-out-re-visits-to-local-areas-required-to-produce-a-"
    "written-statement-of-action)",
    note="Only its opening could be read.",
)
SLIDES = Source(
    key="ofsted-slides-2023",
    title="New area SEND framework: webinar slides, January 2023",
    publisher="Ofsted",
    url="slideshare.net/Ofstednews/new-area-send-framework-webinar-pptpptx",
)
IPSEA = Source(
    key="ipsea-revisits",
    title="Ofsted and the CQC to revisit failing local authorities",
    publisher="IPSEA",
    url="ipsea.org.uk/news/ofsted-and-the-cqc-to-revisit-failing-local-authorities",
)
ESSEX = Source(
    key="essex-inspection",
    title="Ofsted and CQC local area review: how an inspection goes",
    publisher="Essex County Council",
    url="schools.essex.gov.uk/admin/CQC_Ofsted_Local_Area_Review_Inspection",
)
BLOG = Source(
    key="ofsted-blog-2017",
    title="Ofsted's blog on local area SEND inspections",
    publisher="Ofsted",
    url="educationinspection.blog.gov.uk/2017/11/29",
    published=date(2017, 11, 29),
)
JUNGLE = Source(
    key="special-needs-jungle",
    title="How local authorities can be held to account after an inspection",
    publisher="Special Needs Jungle",
    url="specialneedsjungle.com (after-ofsted-how-can-las-be-held-accountable)",
)
DERBY = Source(
    key="derby-sendiass",
    title="Area SEND inspections start up again",
    publisher="Derby SENDIASS",
    url="derbysendiass.org.uk/area-send-inspections-start-up",
)
SOUTHEND = Source(
    key="southend-statement",
    title="Southend's written statement of action",
    publisher="Southend-on-Sea City Council",
    url="southend.gov.uk/children-disabilities/special-educational-needs/3",
)
SOUTHEND_PLAN = Source(
    key="southend-accelerated-plan",
    title="Southend's accelerated progress plan",
    publisher="Livewell Southend",
    url="livewellsouthend.com (4)",
)
OXFORDSHIRE_2017 = Source(
    key="healthwatch-oxfordshire",
    title="Oxfordshire's inspection letter of 2017",
    publisher="Healthwatch Oxfordshire",
    url="healthwatchoxfordshire.co.uk",
)
NORTHUMBERLAND = Source(
    key="healthwatch-northumberland",
    title="Northumberland's joint local area SEND re-visit",
    publisher="Healthwatch Northumberland",
    url="healthwatchnorthumberland.co.uk/joint-local-area-send-revisit-northumberland",
)
WOKINGHAM = Source(
    key="send-voices-wokingham",
    title="Wokingham's written statement of action",
    publisher="SEND Voices Wokingham",
    url="sendvoiceswokingham.org.uk",
)
CENTRAL_BEDFORDSHIRE = Source(
    key="central-bedfordshire-revisit",
    title="Central Bedfordshire's re-visit of July 2022",
    publisher="Central Bedfordshire Council",
    url="centralbedfordshire.gov.uk/info/133",
)
WORCESTERSHIRE_PLAN = Source(
    key="worcestershire-accelerated-plan",
    title="Worcestershire's accelerated progress plan",
    publisher="Worcestershire County Council",
    url="worcestershire.gov.uk/send-local-offer-0/send-improvement-plan",
)
DEVON_PLAN = Source(
    key="devon-accelerated-plan",
    title="Devon's re-visit of May 2022, notice of September 2022 and accelerated progress plan",
    publisher="Devon County Council",
    url="devon.gov.uk (about-devon-send-local-area-improvement-plan/app; ?p=3940)",
)
WIRRAL_NOTICE = Source(
    key="wirral-notice",
    title="Local Government Lawyer on Wirral's improvement notice",
    publisher="Local Government Lawyer",
    url="localgovernmentlawyer.co.uk 57376",
)
PQ_REVISITS = Source(
    key="PQ-179416",
    title="Parliamentary answer 179416 (when areas are re-visited)",
    publisher="UK Parliament",
    url="parallelparliament.co.uk/question/179416",
)
PQ_AFTER_REVISIT = Source(
    key="PQ-6435",
    title="Parliamentary answer 6435 (what follows a re-visit)",
    publisher="UK Parliament",
    url="parallelparliament.co.uk/question/6435",
)
