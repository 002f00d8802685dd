package vn.lantoa.console.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/// A field that may be ticked several times, as a list or set of numbers or of words we know: what
/// is blank in it is nothing, where the framework would put a null into the list.
final class NoBlanks implements ConditionalGenericConverter {

  private final ConversionService each;

  NoBlanks(ConversionService each) {
    this.each = each;
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(
        new ConvertiblePair(String[].class, Collection.class),
        new ConvertiblePair(String.class, Collection.class));
  }

  @Override
  public boolean matches(TypeDescriptor source, TypeDescriptor target) {
    var element = target.getElementTypeDescriptor();
    return (target.getType() == List.class || target.getType() == Set.class)
        && element != null
        && element.getType() != String.class;
  }

  @Override
  public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor target) {
    var element = target.getElementTypeDescriptor();
    Collection<Object> values =
        target.getType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    if (element != null) {
      for (var value :
          source instanceof String[] several ? several : new String[] {(String) source}) {
        for (var part : value == null ? new String[0] : value.split(",", -1)) {
          if (!part.isBlank()
              && each.convert(part.strip(), from(part), element) instanceof Object one) {
            values.add(one);
          }
        }
      }
    }
    return values;
  }

  private static TypeDescriptor from(String part) {
    return TypeDescriptor.valueOf(part.getClass());
  }
}
