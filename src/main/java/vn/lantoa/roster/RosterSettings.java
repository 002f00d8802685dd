package vn.lantoa.roster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param mostRows of one file
@ConfigurationProperties("lantoa.roster")
record RosterSettings(@DefaultValue("200000") int mostRows) {}
