using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Content.Releases;

/// <summary>
/// A module's say in a whole release, such as a link in it that leads nowhere. Every <see cref="Publishing.PublishGate"/> is asked as well.
/// Register it under this type.
/// </summary>
public abstract class ReleaseGate
{
    /// <summary>What should stop the release, or what somebody should know first; empty if nothing. It must be quick.</summary>
    /// <param name="after">The public as it would be after all of it.</param>
    /// <param name="texts">The texts that would become public.</param>
    /// <param name="ct">Ends the question.</param>
    public abstract Task<IReadOnlyList<ReleaseFinding>> FindAsync(Picture after, IReadOnlyList<ReleasedText> texts, CancellationToken ct);
}

/// <summary>One text of a release.</summary>
/// <param name="Item">The item as it would be public.</param>
/// <param name="Locale">BCP 47 tag, or empty for the neutral variant.</param>
public sealed record ReleasedText(PublishedItem Item, string Locale)
{
    /// <summary>What the text would say.</summary>
    public ContentValues Values => (Locale.Length == 0 ? Item.Neutral : Item.Locales.GetValueOrDefault(Locale))?.Values ?? ContentValues.Empty;
}

/// <summary>What a module found.</summary>
/// <param name="Text">The text that it is about.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="IsStop">True if nothing of the release may become public like this; else it is only told.</param>
public sealed record ReleaseFinding(ReleasedText Text, Problem Problem, bool IsStop);
