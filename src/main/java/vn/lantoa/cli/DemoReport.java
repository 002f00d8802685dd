package vn.lantoa.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.report.Funnel;

/// The result of a demo for machines. In every channel the states add up to `planned`; what is
/// `open` where the demo is not finished cannot go out, and `why` says the reasons.
///
/// @param console where the console is
record DemoReport(DemoWatch.Seen seen, int recipients, double seconds, String console) {

  String json() {
    var channels = new LinkedHashMap<String, Map<String, Long>>();
    seen.funnels().forEach((channel, funnel) -> channels.put(channel.key(), states(funnel)));
    var report = new LinkedHashMap<String, Object>();
    report.put("channels", channels);
    report.put("recipients", recipients);
    report.put("seconds", Math.round(seconds * 10) / 10.0);
    report.put("console", console);
    report.put("finished", seen.finished());
    report.put("why", seen.why());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report)
        + "\n";
  }

  private static Map<String, Long> states(Funnel funnel) {
    var states = new LinkedHashMap<String, Long>();
    states.put("planned", funnel.planned());
    states.put("sent", funnel.sent());
    states.put("delivered", funnel.delivered());
    states.put("undelivered", funnel.undelivered());
    states.put("failed", funnel.failed());
    states.put("suppressed", funnel.suppressed());
    states.put("expired", funnel.expired());
    states.put("cancelled", funnel.cancelled());
    states.put("uncertain", funnel.uncertain());
    states.put("open", funnel.open());
    return states;
  }
}
