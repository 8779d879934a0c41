using SayNo.Content.Fields;
using SayNo.Content.Storage;

namespace SayNo.Content.Reviewing;

/// <summary>What somebody wants to tell the colleagues about a text.</summary>
public sealed record NewComment
{
    public required string ItemId { get; init; }

    /// <summary>BCP 47 tag, or empty for the neutral variant.</summary>
    public required string Locale { get; init; }

    /// <summary>Name of the field; empty for the text as a whole.</summary>
    public string Field { get; init; } = "";

    public required string Text { get; init; }
}

/// <summary>What became of writing or resolving a comment.</summary>
/// <param name="Comment">The comment as it is now; none if nothing was done.</param>
/// <param name="Problems">Why nothing was done.</param>
public sealed record CommentResult(Comment? Comment, IReadOnlyList<Problem> Problems)
{
    public bool IsDone => Comment is not null;

    internal static CommentResult Refused(Sentence sentence) => new(null, [new Problem("", sentence)]);
}
