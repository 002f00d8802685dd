package vn.lantoa.audience;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param groups the audience groups a recipient may belong to: the keys of
///   `config/vocabulary.yaml`
/// @param mostRows of one import file
@ConfigurationProperties("lantoa.audience")
record AudienceSettings(
    @DefaultValue({
          "can-bo-quan-ly",
          "giao-vien",
          "nhan-vien",
          "hoc-sinh-thcs",
          "hoc-sinh-thpt",
          "phu-huynh",
          "nguoi-dan",
          "doanh-nghiep",
          "to-cong-nghe-so"
        })
        Set<String> groups,
    @DefaultValue("200000") int mostRows) {}
