using SayNo.Admin.Lists;
using SayNo.Web.Localization;

namespace SayNo.Admin.Editing;

/// <summary>The sentences that the form shows after something was done; the address holds only the key of one.</summary>
public static class EditNotices
{
    private const string Cleaned = "-cleaned";

    /// <summary>The key of a sentence that is followed by another, which says that invisible signs were taken out.</summary>
    public static string KeyOf(string key, bool isCleaned) => isCleaned ? key + Cleaned : key;

    public static string? Of(string? key, PoLocalizer l)
    {
        if (key?.EndsWith(Cleaned, StringComparison.Ordinal) == true && Sentence(key[..^Cleaned.Length], l) is { } sentence)
        {
            return $"{sentence} {l["Invisible control characters were taken out of the text."].Value}";
        }

        return Sentence(key, l);
    }

    private static string? Sentence(string? key, PoLocalizer l) => key switch
    {
        "saved" => l["The draft was saved. Visitors do not see it before it is published."].Value,
        "same" => l["Nothing was saved, because nothing has changed."].Value,
        "sent" => l["The draft was saved and sent to review."].Value,
        "published" => l["It was saved and published. Visitors see it now."].Value,
        "published-soon" => l["It was saved and published. Visitors will see it in a moment."].Value,
        "confirmed" => l["You have confirmed that the text is still right."].Value,
        "discarded" => l["What you had not saved was discarded."].Value,
        _ => Notices.Of(key, l),
    };
}
