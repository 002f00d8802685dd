package vn.lantoa.console.frame;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import vn.lantoa.common.Day;

/// Reads the days among the parameters of a request as [Day] does.
final class DayParameters implements AnnotationFormatterFactory<DateTimeFormat> {

  @Override
  public Set<Class<?>> getFieldTypes() {
    return Set.of(LocalDate.class);
  }

  @Override
  public Printer<LocalDate> getPrinter(DateTimeFormat annotation, Class<?> type) {
    return (day, _) -> day.toString();
  }

  @Override
  public Parser<LocalDate> getParser(DateTimeFormat annotation, Class<?> type) {
    return (text, _) -> Day.parse(text);
  }
}
