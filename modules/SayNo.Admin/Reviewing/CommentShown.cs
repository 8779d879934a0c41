using SayNo.Content.Storage;

namespace SayNo.Admin.Reviewing;

/// <summary>One comment on a screen of its text. The view <c>_Comment</c> shows it.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentShown(VariantScreen Screen, Comment Comment)
{
    /// <summary>What the field is called in the editor's language; null for the text as a whole.</summary>
    public string? Field => Comment.Field.Length == 0 ? null
        : Screen.Opened.Type[Comment.Field] is { } known ? Screen.L[known.Label] : Comment.Field;
}
