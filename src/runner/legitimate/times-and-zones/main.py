# Dates across a change of the clocks; the zones come with pandas' tzdata or the system.
import calendar
import datetime
import time
import zoneinfo


def double(number):
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    day = datetime.datetime(2024, 3, 31, 1, 30, tzinfo=berlin)
    later = (day.astimezone(datetime.UTC) + datetime.timedelta(hours=1)).astimezone(berlin)
    assert later.hour == 3 and calendar.isleap(2024) and time.strftime("%Y", time.gmtime(0)) == "1970"
    started = time.perf_counter()
    time.sleep(0.001)
    assert time.perf_counter() - started > 0.0005 and time.process_time() > 0
    return (later - later).days + 2 * number
