using SayNo.Content.Fields;
using SayNo.Content.Published;

namespace SayNo.Content.Publishing;

/// <summary>A module's say in what may become public, such as the byte budget of a page. Register it under this type.</summary>
public abstract class PublishGate
{
    /// <summary>Why a variant must not be published; empty if it may. It is asked within the transaction: it must be quick.</summary>
    /// <param name="after">The public as it would be.</param>
    /// <param name="item">The item as it would be public.</param>
    /// <param name="locale">BCP 47 tag, or empty for the neutral variant: what is to be published.</param>
    /// <param name="ct">Ends the question.</param>
    public abstract Task<IReadOnlyList<Problem>> ProblemsAsync(Picture after, PublishedItem item, string locale, CancellationToken ct);

    /// <summary>True if what it asks for can be lost without anybody's publishing, such as a file: then the check of all content asks again.</summary>
    public virtual bool IsAskedAgain => false;
}
