package vn.lantoa.console.campaign;

import java.util.List;
import vn.lantoa.common.Channel;
import vn.lantoa.console.content.Preview;

/// What some channels say, in the name of one of those who would get it.
///
/// @param channels the text goes out on
/// @param recipient who it is filled in for: of those who would get it one with the longest name,
///   for nobody gets more than he; empty: nobody in particular
public record WaveText(List<Channel> channels, String recipient, Preview preview) {}
