using SayNo.Content.Published;

namespace SayNo.Web.Admin;

/// <summary>A module's answer to the question what the passing of time alone has brought to its items. Register it under this type.</summary>
public abstract class Happenings
{
    /// <summary>Everything after one moment and up to another, UTC.</summary>
    public abstract IEnumerable<Happening> Between(Picture picture, DateTime after, DateTime until);
}

/// <summary>An item has waited for a person long enough.</summary>
/// <param name="Item">The item.</param>
/// <param name="At">When that was so, UTC.</param>
/// <param name="Path">The screen on which somebody looks after it.</param>
public sealed record Happening(PublishedItem Item, DateTime At, string Path);
