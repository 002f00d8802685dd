package vn.lantoa.console.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.Finding;
import vn.lantoa.content.SavedDraft;

/// What somebody has before him in the editor.
///
/// @param id of the item that is changed; empty: a new one
/// @param draft the draft the fields came from and go to
/// @param findings what is wrong, by field
/// @param unsaved whether the fields hold words that are stored nowhere
record Editing(
    ContentForm form,
    String id,
    Optional<SavedDraft> draft,
    Map<String, List<Finding>> findings,
    boolean unsaved) {}
