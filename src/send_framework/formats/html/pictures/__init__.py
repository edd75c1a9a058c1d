"""The pictures of a page: each takes the page's facts and returns a `Picture`.

Their classes begin with ``p-`` and are dressed by ``templates/pictures.css``, in light, dark,
print and forced colours; a page that shows pictures includes that sheet. ``templates/network.js``
lets the arrow keys travel along the links of the network; without it the network is a picture.
"""

from send_framework.formats.html.pictures.curve import curve
from send_framework.formats.html.pictures.gantt import gantt
from send_framework.formats.html.pictures.measures import measures
from send_framework.formats.html.pictures.mini import mini, mini_key, mini_scale
from send_framework.formats.html.pictures.moves import moves
from send_framework.formats.html.pictures.network import network
from send_framework.formats.html.pictures.timeline import timeline
from send_framework.formats.html.pictures.tornado import tornado

__all__ = [
    "curve",
    "gantt",
    "measures",
    "mini",
    "mini_key",
    "mini_scale",
    "moves",
    "network",
    "timeline",
    "tornado",
]
